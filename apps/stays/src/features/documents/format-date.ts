/** "5 December 2026", in the order and with the words of the language. `date` is a calendar date: `2026-12-05`. */
export function formatDate(date: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${date}T12:00:00Z`));
}
