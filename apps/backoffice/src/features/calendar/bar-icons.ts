'use client';

import { drawIcon, type IconName } from '@gudbro/ui/icon';
import { type RefObject, useLayoutEffect } from 'react';

/** A colour of the tokens that an icon on a bar has. */
export type BarInk = 'ink' | 'ink-soft' | 'accent-ink' | 'lamp-ink';

const inks: readonly BarInk[] = ['ink', 'ink-soft', 'accent-ink', 'lamp-ink'];
const icons: readonly IconName[] = ['bell', 'check', 'key', 'arrow', 'lock', 'wrench', 'home', 'clock'];
// Of a rem, on a screen with three pixels for one.
const iconPixels = 48;
const schemes = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

const nameProperty = (icon: IconName, ink: BarInk) => `--bar-${icon}-${ink}`;

/** The background of a bar that has these icons. */
export const formatIcons = (of: readonly IconName[], ink: BarInk) =>
  of.map((icon) => `var(${nameProperty(icon, ink)})`).join(', ');

/**
 * The icons of all bars as pictures in properties of the grid, in the colours of the reader's scheme. As elements, or as drawings in
 * SVG, they would be a third of what a frame costs while the grid is scrolled.
 */
export function useBarIcons(scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) {
      return;
    }
    const write = () => {
      const style = getComputedStyle(box);
      const isForced = matchMedia('(forced-colors: active)').matches;
      for (const ink of inks) {
        const color = isForced ? style.color : style.getPropertyValue(`--${ink}`);
        for (const icon of icons) {
          box.style.setProperty(nameProperty(icon, ink), `url("${pictureIcon(icon, color)}")`);
        }
      }
    };
    write();
    const stop = new AbortController();
    for (const scheme of schemes) {
      matchMedia(scheme).addEventListener('change', write, { signal: stop.signal });
    }
    return () => stop.abort();
  }, [scroller]);
}

function pictureIcon(icon: IconName, color: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = iconPixels;
  canvas.height = iconPixels;
  const context = canvas.getContext('2d');
  if (context === null) {
    throw new Error('The browser has no canvas.');
  }
  drawIcon(context, icon, color, iconPixels);
  return canvas.toDataURL();
}
