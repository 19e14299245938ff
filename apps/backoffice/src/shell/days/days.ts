const msPerDay = 86_400_000;

/** How many nights lie between two days. */
export function countNights(checkIn: string, checkOut: string): number {
  return Math.round((Date.parse(checkOut) - Date.parse(checkIn)) / msPerDay);
}

/** The day that is so many days later, as 2026-11-30. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * msPerDay).toISOString().slice(0, 10);
}

/** The day of now by the clock of a place. */
export function findToday(now: Date, timezone: string): string {
  // Sweden writes days as 2026-11-27.
  return now.toLocaleDateString('sv-SE', { timeZone: timezone });
}

/** The nights in an address, or null where it has none that can be booked. */
export function readNights(from: unknown, to: unknown): { checkIn: string; checkOut: string } | null {
  if (!isDay(from) || !isDay(to)) {
    return null;
  }
  const nights = countNights(from, to);
  return nights >= 1 && nights <= 365 ? { checkIn: from, checkOut: to } : null;
}

/** A day as the number of days since 1970, to count with. */
export function toDayNumber(day: string): number {
  return Math.round(Date.parse(day) / msPerDay);
}

/** The day of a number, as 2026-11-30. */
export function fromDayNumber(number: number): string {
  return new Date(number * msPerDay).toISOString().slice(0, 10);
}

/** Whether a text is a day such as 2026-11-30, of the years that the database has for certain. */
export function isDay(day: unknown): day is string {
  // The 30th of February is parsed as a day in March.
  return (
    typeof day === 'string' &&
    /^[12]\d{3}-\d\d-\d\d$/.test(day) &&
    !Number.isNaN(Date.parse(day)) &&
    addDays(day, 0) === day
  );
}
