import { encodeQR } from 'qr';
import type { ModuleRun } from './shapes.ts';

/** Blank modules that a camera needs around a code. */
export const quietModules = 4;

export type EncodedQr = { /** Modules in a row, without the quiet zone. */ count: number; runs: ModuleRun[] };

/**
 * The dark modules of a QR code. Level Q survives a scratch or a stain over a quarter of it; with a logo in the middle
 * it is H, since the logo alone takes part of what Q could mend.
 */
export function encodeModules(text: string, { hasLogo }: { hasLogo: boolean }): EncodedQr {
  // It wants a border of one module at least, which is cut off again: the quiet zone is blank paper.
  const bordered = encodeQR(text, 'raw', { ecc: hasLogo ? 'high' : 'quartile', border: 1 });
  const rows = bordered.slice(1, -1).map((row) => row.slice(1, -1));
  return { count: rows.length, runs: rows.flatMap((modules, row) => findRuns(modules, row)) };
}

function findRuns(modules: readonly boolean[], row: number): ModuleRun[] {
  const runs: ModuleRun[] = [];
  for (let column = 0; column < modules.length; column++) {
    let length = 0;
    while (modules[column + length]) {
      length++;
    }
    if (length > 0) {
      runs.push({ column, row, length });
      column += length;
    }
  }
  return runs;
}
