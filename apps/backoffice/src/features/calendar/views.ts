import { addDays, isDay } from '@/shell/days/days';

/** How many days are in view at once. */
export const dayCounts = [14, 28, 90] as const;

export type DayCount = (typeof dayCounts)[number];

export type CalendarView = {
  /** The first day in view. */
  from: string;
  days: DayCount;
};

/** How many days can be scrolled to, and how many of them are before the day that was opened. */
export const scrolledDays = 400;
export const daysBefore = 60;

/** What of the calendar an address shows. It begins with today. */
export function readView(params: Record<string, string | string[] | undefined>, today: string): CalendarView {
  const { from, days } = params;
  const isShown = isDay(from) && from >= '2001-01-01' && from < '2198-01-01';
  return {
    from: isShown ? from : today,
    days: dayCounts.find((count) => String(count) === days) ?? 28,
  };
}

/** Where the keys begin: today if it is in view, else the first day that is. */
export function findStart({ from, days }: CalendarView, today: string): string {
  return from <= today && today < addDays(from, days) ? today : from;
}

/** The days that the server reads for a view: a few more on both sides, so that a small step shows no gap. */
export function findWindow({ from, days }: CalendarView): { from: string; to: string } {
  return { from: addDays(from, -3), to: addDays(from, days + 7) };
}

export function formatCalendarPath(slug: string, { from, days }: CalendarView): string {
  return `/p/${slug}/calendar?${new URLSearchParams({ from, days: String(days) })}`;
}
