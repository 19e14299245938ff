/** "Saturday, 5 December", in the order and with the words of the language. `date` is a calendar date: `2026-12-05`. */
export function formatDay(date: string, locale: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  // Noon, formatted in UTC, shows the same day wherever the code runs.
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${date}T12:00:00Z`));
}
