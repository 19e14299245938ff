'use client';

import {
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { headRem } from './geometry';
import { daysAtOnce, findScroll, findShown, isSame, type Sizes } from './shown';
import { daysBefore, scrolledDays } from './views';

/** What of the grid is rendered, and first of it the weeks that are in view. `to` and the last row are not among them. */
export type Range = { firstRow: number; lastRow: number; days: Days; inView: Days };

export type Days = { from: number; to: number };

// Before the browser measures: about a laptop's window.
const usual: Sizes = { rem: 16, day: 34, rooms: 136, width: 1100, height: 720 };

const restMs = 150;

type GridRange = {
  range: Range;
  /** Whether the grid is being scrolled. */
  isScrolling: () => boolean;
  sizes: Sizes;
  showRow: (index: number) => void;
  showDay: (day: number, align?: 'auto' | 'start') => void;
};

type RangeOptions = {
  tops: readonly number[];
  /** The first day of all that can be scrolled to. */
  origin: number;
  /** How many days are in view. */
  days: number;
  /** Is told the first day in view with each scrolling. */
  onSeen: (first: number) => void;
};

/** The same object while they are the same days. */
const useDays = (from: number, to: number): Days => useMemo(() => ({ from, to }), [from, to]);

/**
 * The rows and days that are rendered, which are those in view and some around them. A row that is new in view, and another week
 * of all rows, come in their turn (`turns.ts`): the browser scrolls first.
 */
export function useRange(
  scroller: RefObject<HTMLDivElement | null>,
  { tops, origin, days, onSeen }: RangeOptions,
): GridRange {
  const sizes = useSizes(scroller, days);
  const [shown, setShown] = useState(() => findShown({ left: daysBefore * usual.day, top: 0 }, tops, usual));
  const firstColumn = useRef(daysBefore);
  const scrolledAt = useRef(Number.NEGATIVE_INFINITY);

  const update = useEffectEvent((left: number, top: number) => {
    firstColumn.current = Math.round(left / sizes.day);
    const next = findShown({ left, top }, tops, sizes);
    setShown((before) => (isSame(before, next) ? before : next));
    onSeen(origin + firstColumn.current);
  });
  useEffect(() => {
    const box = scroller.current;
    const follow = () => {
      scrolledAt.current = performance.now();
      update(box?.scrollLeft ?? 0, box?.scrollTop ?? 0);
    };
    box?.addEventListener('scroll', follow, { passive: true });
    return () => box?.removeEventListener('scroll', follow);
  }, [scroller]);
  // Where the columns get another width, the first day in view stays the first. It is placed before the browser paints.
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ left: firstColumn.current * sizes.day });
  }, [scroller, sizes.day]);
  useEffect(() => {
    update(firstColumn.current * sizes.day, scroller.current?.scrollTop ?? 0);
  }, [scroller, sizes, tops]);

  const inView = useDays(origin + shown.fromColumn, origin + shown.toColumn);
  const weeks = useDays(
    Math.max(origin, inView.from - daysAtOnce),
    Math.min(origin + scrolledDays, inView.to + daysAtOnce),
  );
  const { firstRow, lastRow } = shown;
  const range = useMemo(
    () => ({ firstRow, lastRow, days: weeks, inView }),
    [firstRow, lastRow, weeks, inView],
  );
  return {
    range,
    isScrolling: useCallback(() => performance.now() - scrolledAt.current < restMs, []),
    sizes,
    showRow: (index) => {
      const [top = 0, bottom = 0] = [tops[index], tops[index + 1]].map((rem = 0) => rem * sizes.rem);
      const shownHeight = sizes.height - headRem * sizes.rem;
      const at = scroller.current?.scrollTop ?? 0;
      scroller.current?.scrollTo({ top: findScroll(at, top, bottom, shownHeight) });
    },
    showDay: (day, align = 'auto') => {
      const [left, right] = [day - origin, day - origin + 1].map((column) => column * sizes.day);
      const at = align === 'start' ? Number.POSITIVE_INFINITY : (scroller.current?.scrollLeft ?? 0);
      scroller.current?.scrollTo({ left: findScroll(at, left ?? 0, right ?? 0, sizes.width - sizes.rooms) });
    },
  };
}

/** The sizes that the styles give to the grid, measured again when its window or the font of the page gets another size. */
function useSizes(scroller: RefObject<HTMLDivElement | null>, days: number): Sizes {
  const [sizes, setSizes] = useState(usual);
  // Another number of days has other columns.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) {
      return;
    }
    const measure = () => {
      // Of so wide a grid the days are made. The browser could tell it to the styles, but would then find them twice for each row.
      box.style.setProperty('--width', `${box.offsetWidth}px`);
      const day = box.querySelector('[data-measure-day]')?.getBoundingClientRect().width ?? 0;
      if (day > 0) {
        const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
        const rooms = box.querySelector<HTMLElement>('[data-corner]')?.offsetWidth ?? usual.rooms;
        setSizes({ rem, day, rooms, width: box.clientWidth, height: box.clientHeight });
      }
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [scroller, days]);
  return sizes;
}
