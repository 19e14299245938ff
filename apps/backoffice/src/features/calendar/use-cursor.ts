'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

export type Cursor = { row: number; day: number };

/**
 * Where the keys are in the grid: one cell of it is in the order of Tab. Moved by a key, the focus follows as soon as the cell
 * is rendered, which the scrolling may delay. A bar that had the focus may be rendered elsewhere, or be gone: then the cell at
 * its place gets it.
 */
export function useCursor(scroller: RefObject<HTMLDivElement | null>, start: Cursor) {
  const [cursor, setCursor] = useState(start);
  const isWaiting = useRef(false);
  const isInside = useRef(false);
  const moveTo = useCallback((next: Cursor) => {
    isWaiting.current = true;
    setCursor(next);
  }, []);
  useEffect(() => {
    const watch = ({ target }: Event) => {
      isInside.current = target instanceof Node && scroller.current?.contains(target) === true;
    };
    document.addEventListener('focusin', watch);
    document.addEventListener('pointerdown', watch);
    return () => {
      document.removeEventListener('focusin', watch);
      document.removeEventListener('pointerdown', watch);
    };
  }, [scroller]);
  useEffect(() => {
    const isLost = isInside.current && document.activeElement === document.body;
    const cell = scroller.current?.querySelector<HTMLElement>('[data-cursor]') ?? null;
    if (cell !== null && cursor.row >= 0 && (isWaiting.current || isLost)) {
      cell.focus({ preventScroll: true });
      isWaiting.current = false;
    }
  });
  return { cursor, setCursor, moveTo };
}
