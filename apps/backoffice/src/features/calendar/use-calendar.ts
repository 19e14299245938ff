'use client';

import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { fromDayNumber, toDayNumber } from '@/shell/days/days';
import { type Bar, keepUnchanged, placeBars } from './bars';
import type { GridHandle } from './grid';
import type { Calendar, Warning } from './queries';
import { isBedRow, listRows } from './rows';
import { type Refused, useActs } from './use-acts';
import { useView } from './use-view';
import { useWindows } from './use-windows';
import { useWords } from './use-words';
import type { CalendarView } from './views';
import { useWarnings } from './warning-list';

// So many days before and after those in view are read along.
const daysAround = { before: 7, after: 14 };

/** What the calendar shows: which days are in view, who has which bed in them as far as it was read, and what that is called. */
export function useCalendar(
  slug: string,
  calendar: Calendar,
  page: CalendarView,
  grid: RefObject<GridHandle | null>,
  reopenForm: (refused: Refused) => boolean,
) {
  const { view, origin, goTo, onSeen } = useView(slug, page, calendar.today, grid);
  const windows = useWindows(slug, calendar);
  const rows = useMemo(() => listRows(calendar), [calendar]);
  const beds = useMemo(() => rows.filter(isBedRow), [rows]);
  const words = useWords(beds);
  const warn = useWarnings(words);
  const { things, send } = useActs({
    slug,
    things: windows.things,
    // The function of the database wrote them, and `actions.ts` passed them on.
    tellWarnings: (json) => (JSON.parse(json) as Warning[]).map(warn),
    reopenForm,
  });
  const before = useRef<ReadonlyMap<string, readonly Bar[]>>(new Map());
  const bars = useMemo(() => keepUnchanged(before.current, placeBars(things, beds)), [things, beds]);
  useEffect(() => {
    before.current = bars;
  }, [bars]);

  const { load, isFailed } = windows;
  const { readAt } = calendar;
  // Once the page was read anew, so are the days around it.
  useEffect(() => {
    const first = toDayNumber(view.from);
    void load(fromDayNumber(first - daysAround.before), fromDayNumber(first + view.days + daysAround.after));
  }, [load, readAt, view]);
  return { view, origin, goTo, onSeen, rows, beds, bars, words, things, send, load, isFailed };
}
