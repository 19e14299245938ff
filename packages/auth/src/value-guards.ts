/** Says whether a value is what it should be, and tells the compiler. */
export type Guard<T> = (value: unknown) => value is T;

/** An object that may be read member by member; no array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/** Text that is one of the given ones. */
export function isOneOf<const T extends string>(...texts: readonly T[]): Guard<T> {
  return (value): value is T => texts.some((text) => text === value);
}

/** Text of visible ASCII, so that it can stand in a log line or a header as it is. */
export function isVisibleAscii(maxLength: number): Guard<string> {
  return (value): value is string =>
    isString(value) && value.length <= maxLength && /^[\x21-\x7e]+$/.test(value);
}

/** A whole number within bounds, both included. */
export function isIntegerIn(min: number, max: number): Guard<number> {
  return (value): value is number =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max;
}

/** A day of the calendar, `YYYY-MM-DD`. */
export function isIsoDate(value: unknown): value is string {
  if (!isString(value) || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  // February 30 becomes a day in March, which is spelt otherwise.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
