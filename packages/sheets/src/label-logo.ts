import type { LabelShape } from './place-code.ts';
import type { SheetOptions } from './sheet-order.ts';

/** Smaller than this a logo is a blot. */
const leastLogoMm = 6;

/** The height of the logo above the names; 0 where there is none, or no room for one. */
export function logoHeight({ logo, logoPosition }: SheetOptions, { area }: LabelShape): number {
  if (logo === null || logoPosition === 'code') {
    return 0;
  }
  const height = Math.min(0.14 * area.height, 18);
  return area.height >= 38 ? Math.max(height, leastLogoMm) : 0;
}

/** The largest size of the logo in a box, in its own proportion. */
export function fitLogo(logo: { width: number; height: number }, box: { width: number; height: number }) {
  const scale = Math.min(box.width / logo.width, box.height / logo.height);
  return { width: logo.width * scale, height: logo.height * scale };
}
