/**
 * Whether every text in a value can be kept by Postgres. A NUL and half a surrogate pair can't, whatever a schema says of
 * length and form; nobody types them.
 */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') {
    return !value.includes('\u0000') && !/\p{Surrogate}/u.test(value);
  }
  if (typeof value !== 'object' || value === null) {
    return true;
  }
  return Object.entries(value).every(([key, field]) => isStorable(key) && isStorable(field));
}
