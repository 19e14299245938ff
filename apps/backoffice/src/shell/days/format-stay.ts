import { getFormatter } from 'next-intl/server';

/** Days and hours of stays in the reader's words. A day has no time zone, so it is formatted at its noon. This year is not said. */
export async function createStayWords() {
  const format = await getFormatter();
  const thisYear = String(new Date().getUTCFullYear());
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  const yearOf = (...days: string[]) =>
    days.every((day) => day.startsWith(thisYear)) ? {} : { year: 'numeric' as const };
  return {
    /** As hours are typed, `16:00`. */
    formatHour: (at: string, timeZone: string) => format.dateTime(new Date(at), 'time', { timeZone }),
    formatDay: (day: string) =>
      format.dateTime(noon(day), {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        timeZone: 'UTC',
        ...yearOf(day),
      }),
    formatStay: (checkIn: string, checkOut: string) =>
      format.dateTimeRange(noon(checkIn), noon(checkOut), {
        day: 'numeric',
        month: 'short',
        timeZone: 'UTC',
        ...yearOf(checkIn, checkOut),
      }),
  };
}
