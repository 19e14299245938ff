'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { bedRem, headRem, typeRem } from './geometry';
import type { Row } from './rows';
import { daysBefore, scrolledDays } from './views';

/** What of the grid is rendered, and first of it the weeks that are in view. `to` and the last row are not among them. */
export type Range = { firstRow: number; lastRow: number; days: Days; inView: Days };

export type Days = { from: number; to: number };

/** In pixels. */
type Sizes = { rem: number; day: number; rooms: number };

// Before the browser measures: about a laptop's window.
const usual = { width: 1100, height: 720, day: 34 };

/** Days are rendered by the week, so that a row is not rendered anew with each of them. */
const daysAtOnce = 7;

type GridRange = {
  range: Range;
  /** Whether the grid is being scrolled up or down. */
  isScrolling: () => boolean;
  sizes: Sizes;
  /** The days that are in view. `to` is not among them. */
  seen: { from: number; to: number };
  showRow: (index: number) => void;
  showDay: (day: number, align?: 'auto' | 'start') => void;
};

/** The same object while they are the same days. */
const useDays = (from: number, to: number): Days => useMemo(() => ({ from, to }), [from, to]);

/**
 * The rows and days that are rendered, which are those in view and some around them. A row that is new in view, and another week
 * of all rows, come in their turn (`turns.ts`): the browser scrolls first.
 */
export function useRange(
  scroller: RefObject<HTMLDivElement | null>,
  rows: readonly Row[],
  { origin, days }: { origin: number; days: number },
): GridRange {
  const [sizes, setSizes] = useState<Sizes>({ rem: 16, day: usual.day, rooms: 136 });
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) {
      return;
    }
    const measure = () => {
      // Of so wide a grid the days are made. The browser could tell it to the styles, but would then find them twice for each row.
      box.style.setProperty('--width', `${box.offsetWidth}px`);
      const column = box.querySelector<HTMLElement>('[data-measure-day]')?.getBoundingClientRect().width ?? 0;
      if (column > 0) {
        setSizes((before) => {
          const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
          const rooms = box.querySelector<HTMLElement>('[data-corner]')?.offsetWidth ?? before.rooms;
          return before.day === column && before.rem === rem && before.rooms === rooms
            ? before
            : { rem, day: column, rooms };
        });
      }
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
    // Another number of days has other columns.
  }, [scroller, days]);

  const rowWindow = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'type' ? typeRem : bedRem) * sizes.rem,
    scrollPaddingEnd: headRem * sizes.rem,
    initialRect: { width: usual.width, height: usual.height },
    overscan: 4,
    useFlushSync: false,
  });
  const dayWindow = useVirtualizer({
    count: scrolledDays,
    horizontal: true,
    getScrollElement: () => scroller.current,
    estimateSize: () => sizes.day,
    scrollPaddingEnd: sizes.rooms,
    initialRect: { width: usual.width, height: usual.height },
    initialOffset: () => daysBefore * sizes.day,
    overscan: 0,
    useFlushSync: false,
  });
  // What was measured before is wrong in another size.
  useEffect(() => {
    rowWindow.measure();
    dayWindow.measure();
  }, [sizes, rowWindow, dayWindow]);

  const rowItems = rowWindow.getVirtualItems();
  const dayItems = dayWindow.getVirtualItems();
  const seenFrom = origin + Math.round((dayWindow.scrollOffset ?? daysBefore * sizes.day) / sizes.day);
  const seenTo = origin + (dayItems.at(-1)?.index ?? daysBefore + days) + 1;
  const firstRow = rowItems[0]?.index ?? 0;
  const lastRow = (rowItems.at(-1)?.index ?? 0) + 1;
  const inView = useDays(
    Math.floor(seenFrom / daysAtOnce) * daysAtOnce,
    Math.ceil(seenTo / daysAtOnce) * daysAtOnce,
  );
  const weeks = useDays(
    Math.max(origin, inView.from - daysAtOnce),
    Math.min(origin + scrolledDays, inView.to + daysAtOnce),
  );
  const range = useMemo(
    () => ({ firstRow, lastRow, days: weeks, inView }),
    [firstRow, lastRow, weeks, inView],
  );
  const isScrolling = useCallback(() => rowWindow.isScrolling, [rowWindow]);
  return {
    range,
    isScrolling,
    sizes,
    seen: { from: seenFrom, to: seenTo },
    showRow: (index) => rowWindow.scrollToIndex(index, { align: 'auto' }),
    showDay: (day, align = 'auto') => dayWindow.scrollToIndex(day - origin, { align }),
  };
}
