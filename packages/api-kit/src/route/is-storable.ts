// Deeper than any schema of ours, and far less than what the call stack allows.
const deepest = 32;

/**
 * Whether Postgres can store a parsed value: no text in it has a NUL or half a surrogate pair, and it is not nested too
 * deep. Schemas check length and form only, and nobody types such characters.
 */
export function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') {
    return !value.includes('\u0000') && !/\p{Surrogate}/u.test(value);
  }
  if (typeof value !== 'object' || value === null) {
    return true;
  }
  return (
    depth < deepest &&
    Object.entries(value).every(([key, field]) => isStorable(key) && isStorable(field, depth + 1))
  );
}
