/** A label: the place's short code, perhaps a hyphen, and the room's number. `SUN-203`, `sun 203`, `sun203`. */
const labelForm = /^(\p{L}+)\s*[-–—.]?\s*(.*)$/u;

/** The pattern of the room numbers that a search means: those that begin with what follows the short code, or contain the text. */
export function readNumberPattern(text: string, shortCode: string): string | null {
  if (text === '') {
    return null;
  }
  const [, word = '', rest = ''] = labelForm.exec(text) ?? [];
  return word.toUpperCase() === shortCode ? `${escapeLike(rest)}%` : `%${escapeLike(text)}%`;
}

/** Escapes SQL's wildcards. PostgREST reads `*` as `%` and cannot escape it, so `_` (any one character) replaces it. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&').replaceAll('*', '_');
}
