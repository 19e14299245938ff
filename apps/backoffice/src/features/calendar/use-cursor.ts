'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

export type Cursor = { row: number; day: number };

/**
 * Where the keys are in the grid: one cell of it is in the order of Tab. Moved by a key, the focus follows as soon as the cell
 * is rendered, which the scrolling may delay.
 */
export function useCursor(scroller: RefObject<HTMLDivElement | null>, start: Cursor) {
  const [cursor, setCursor] = useState(start);
  const isWaiting = useRef(false);
  const moveTo = useCallback((next: Cursor) => {
    isWaiting.current = true;
    setCursor(next);
  }, []);
  useEffect(() => {
    if (!isWaiting.current) {
      return;
    }
    const cell = scroller.current?.querySelector<HTMLElement>('[data-cursor]');
    if (cell !== null && cell !== undefined && cursor.row >= 0) {
      cell.focus({ preventScroll: true });
      isWaiting.current = false;
    }
  });
  return { cursor, setCursor, moveTo };
}
