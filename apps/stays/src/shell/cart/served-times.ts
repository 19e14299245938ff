/** The hours of an item by the property's clock, such as `06:30` to `10:00`. Null: at all hours. */
export type ServedHours = { availableFrom: string | null; availableTo: string | null };

const quarterMs = 15 * 60_000;
const dayMs = 86_400_000;
const longestMs = 7 * dayMs;

/** The time of day at an instant in a time zone, such as `18:05`. */
export function createTimeOfDay(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  return (at) => format.format(at);
}

/** Whether an item is served at this time of day. Hours may pass midnight. The database has the same rule. */
export function isServedAt(
  { availableFrom: from, availableTo: to }: ServedHours,
  timeOfDay: string,
): boolean {
  if (from === null || to === null) {
    return true;
  }
  return from < to ? timeOfDay >= from && timeOfDay < to : timeOfDay >= from || timeOfDay < to;
}

type Span = {
  from: Date;
  /** The last time there may be. Null: it is not known, so a week is offered, and the server refuses what is too late. */
  until: Date | null;
  timeZone: string;
};

/** The quarters of an hour from a time on at which all of these items are served, for a week at most. */
export function listServedTimes(items: readonly ServedHours[], { from, until, timeZone }: Span): Date[] {
  const timeOfDay = createTimeOfDay(timeZone);
  const first = Math.ceil(from.getTime() / quarterMs) * quarterMs;
  const last = Math.min(from.getTime() + longestMs, until?.getTime() ?? Number.POSITIVE_INFINITY);
  const times: Date[] = [];
  for (let at = first; at <= last; at += quarterMs) {
    const time = new Date(at);
    const local = timeOfDay(time);
    if (items.every((item) => isServedAt(item, local))) {
      times.push(time);
    }
  }
  return times;
}

/** The number of the calendar day of an instant in a time zone: the next day is one more, however many hours a day has. */
export function createDayNumber(timeZone: string): (instant: string | Date) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone,
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
    const [year, month, day] = (['year', 'month', 'day'] as const).map((type) => Number(parts.get(type)));
    return Date.UTC(year ?? 0, (month ?? 1) - 1, day) / dayMs;
  };
}

export type DayOfTimes = { day: number; times: readonly string[] };

/** Times in ascending order, by the calendar day in a time zone. */
export function groupByDay(times: readonly string[], timeZone: string): readonly DayOfTimes[] {
  const dayNumber = createDayNumber(timeZone);
  const days = new Map<number, string[]>();
  for (const time of times) {
    const day = dayNumber(time);
    days.set(day, [...(days.get(day) ?? []), time]);
  }
  return [...days].map(([day, ofDay]) => ({ day, times: ofDay }));
}
