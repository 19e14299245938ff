'use client';

import { drawIcon, type IconName } from '@gudbro/ui/icon';
import { type RefObject, useLayoutEffect } from 'react';
import { type Look, looks } from './bar-looks';

// Of a rem, on a screen with three pixels for one.
const iconPixels = 48;
const schemes = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

const nameProperty = (icon: IconName, ink: Look['ink']) => `--bar-${icon}-${ink}`;

/** The icons of a bar: that of its look, and a clock where the stay begins early or ends late. */
const iconsOf = (look: Look, hasHours: boolean): IconName[] =>
  hasHours ? [look.icon, 'clock'] : [look.icon];

/** The background of a bar that has its icons. */
export const formatIcons = (look: Look, hasHours: boolean) =>
  iconsOf(look, hasHours)
    .map((icon) => `var(${nameProperty(icon, look.ink)})`)
    .join(', ');

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
      for (const look of looks) {
        const color = isForced ? style.color : style.getPropertyValue(`--${look.ink}`);
        for (const icon of iconsOf(look, true)) {
          box.style.setProperty(nameProperty(icon, look.ink), `url("${pictureIcon(icon, color)}")`);
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
