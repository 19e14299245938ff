// Noon, formatted in UTC, shows the same day wherever the code runs.
const toNoon = (date: string) => new Date(`${date}T12:00:00Z`);

/** "Saturday, 5 December", with the words and in the order of the language. `date` is a calendar date: `2026-12-05`. */
export function formatDay(date: string, locale: string): string {
  const format = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  // A line may break after the weekday, but not within the date.
  return new Intl.DateTimeFormat(locale, format).format(toNoon(date)).replace(/(?<!,) /g, '\u00a0');
}

/** The weekday and the date by themselves, for two lines. */
export function formatDayInParts(date: string, locale: string): { weekday: string; day: string } {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(toNoon(date));
  return { weekday: format({ weekday: 'long' }), day: format({ day: 'numeric', month: 'long' }) };
}
