/** Formats the property's local time, such as `14:00`, in the guest's language. The time zone is not converted. */
export function formatTimeOfDay(time: string, locale: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const instant = Date.UTC(2000, 0, 1, hours, minutes);
  const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  // Many read "12:00 PM" as midnight: where the clock has twelve hours, this says "12 noon".
  return hours === 12 && minutes === 0 && format.resolvedOptions().hour12
    ? new Intl.DateTimeFormat(locale, { hour: 'numeric', dayPeriod: 'short', timeZone: 'UTC' }).format(
        instant,
      )
    : format.format(instant);
}

/** Formats a time with its date, such as `28 Nov, 09:00`; without a date it is today. */
export function formatTimeOfDayOn(
  { date, time }: { date: string | null; time: string },
  locale: string,
): string {
  if (date === null) {
    return formatTimeOfDay(time, locale);
  }
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return `${day.format(new Date(`${date}T00:00:00Z`))}, ${formatTimeOfDay(time, locale)}`;
}
