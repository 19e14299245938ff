const minuteMs = 60_000;

/** "3 minutes ago", and never less than a minute: an age of seconds would change while it is read. */
export function formatAge(ageMs: number, locale: string): string {
  const minutes = Math.max(1, Math.round(ageMs / minuteMs));
  const hours = Math.round(minutes / 60);
  const format = new Intl.RelativeTimeFormat(locale);
  if (minutes < 60) {
    return format.format(-minutes, 'minute');
  }
  return hours < 24 ? format.format(-hours, 'hour') : format.format(-Math.round(hours / 24), 'day');
}
