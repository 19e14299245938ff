'use client';

import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { fromDayNumber, toDayNumber } from '@/shell/days/days';
import type { GridHandle } from './grid';
import { type CalendarView, daysBefore, formatCalendarPath, readView, scrolledDays } from './views';

const settledMs = 250;

const findOrigin = (from: string) => toDayNumber(from) - daysBefore;

/**
 * The days in view, which are in the address too: a link shows a colleague the same, Back leads to the days before, and the page is
 * rendered anew for them. The grid scrolls over so many days; a day before or after them begins another such stretch.
 */
export function useView(slug: string, page: CalendarView, today: string, grid: RefObject<GridHandle | null>) {
  const [view, setView] = useState(page);
  const [origin, setOrigin] = useState(() => findOrigin(page.from));
  // What this screen itself wrote into the address: the page comes back with it, and the grid has moved on.
  const written = useRef(new Set([formatCalendarPath(slug, page)]));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const show = useEffectEvent((next: CalendarView) => {
    clearTimeout(timer.current);
    setView(next);
    const first = toDayNumber(next.from);
    if (first >= origin && first + next.days <= origin + scrolledDays) {
      grid.current?.showDay(first);
    } else {
      setOrigin(findOrigin(next.from));
    }
  });
  const { from: pageFrom, days: pageDays } = page;
  useEffect(() => {
    const opened = { from: pageFrom, days: pageDays };
    if (!written.current.has(formatCalendarPath(slug, opened))) {
      written.current.add(formatCalendarPath(slug, opened));
      show(opened);
    }
  }, [slug, pageFrom, pageDays]);
  useEffect(() => {
    const goBack = () => show(readView(Object.fromEntries(new URLSearchParams(location.search)), today));
    window.addEventListener('popstate', goBack);
    return () => window.removeEventListener('popstate', goBack);
  }, [today]);

  const write = useCallback(
    (next: CalendarView, how: 'push' | 'replace') => {
      const path = formatCalendarPath(slug, next);
      written.current.add(path);
      const stay = new URLSearchParams(location.search).get('stay');
      window.history[`${how}State`](null, '', stay === null ? path : `${path}&stay=${stay}`);
    },
    [slug],
  );
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  }, [view]);
  /** Follows the scrolling, once it rests. */
  const onSeen = useCallback(
    (first: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const next = { ...latest.current, from: fromDayNumber(first) };
        if (next.from !== latest.current.from) {
          setView(next);
          write(next, 'replace');
        }
      }, settledMs);
    },
    [write],
  );
  const goTo = (next: CalendarView) => {
    write(next, 'push');
    clearTimeout(timer.current);
    setView(next);
    const first = toDayNumber(next.from);
    if (first < origin || first + next.days > origin + scrolledDays) {
      setOrigin(findOrigin(next.from));
    } else if (next.days === view.days) {
      grid.current?.showDay(first);
    }
  };
  return { view, origin, goTo, onSeen };
}
