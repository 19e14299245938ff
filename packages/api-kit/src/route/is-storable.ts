// Deeper than any schema of ours, and far from where walking it would take more stack than there is.
const deepest = 32;

/**
 * Whether a value is one that can be kept: every text in it one that Postgres can hold, and nothing nested without end. A
 * NUL and half a surrogate pair are no text, whatever a schema says of length and form; nobody types them.
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
