import { BoundedCache } from '@gudbro/domain';

// A page has dozens of times, and a format is slow to make: a tenth of what rendering a room's page cost.
const formats = new BoundedCache<Intl.DateTimeFormat>(50);

function findFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return formats.get(
    `${locale} ${Object.keys(options)}`,
    () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
  );
}

/** Formats the property's local time, such as `14:00`, in the guest's language. The time zone is not converted. */
export function formatTimeOfDay(time: string, locale: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const instant = Date.UTC(2000, 0, 1, hours, minutes);
  const format = findFormat(locale, { hour: 'numeric', minute: '2-digit' });
  // Many read "12:00 PM" as midnight: where the clock has twelve hours, this says "12 noon".
  return hours === 12 && minutes === 0 && format.resolvedOptions().hour12
    ? findFormat(locale, { hour: 'numeric', dayPeriod: 'short' }).format(instant)
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
  const day = findFormat(locale, { day: 'numeric', month: 'short' });
  return `${day.format(new Date(`${date}T00:00:00Z`))}, ${formatTimeOfDay(time, locale)}`;
}
