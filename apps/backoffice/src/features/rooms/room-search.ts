/**
 * One meaning of the search text: the rooms of one property whose number starts with it, or the rooms of all properties
 * whose number contains it.
 */
export type RoomSearch = { propertyId: string | null; numberPattern: string };

const maxLength = 60;

/** A label: the property's short code, perhaps a hyphen, and the room's number. `SUN-203`, `sun 203`, `sun203`. */
const labelForm = /^(\p{L}+)\s*[-–—.]?\s*(.*)$/u;

export function readSearchText(value: unknown): string {
  return typeof value === 'string'
    ? value
        .replace(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, maxLength)
    : '';
}

export function readRoomSearches(
  text: string,
  properties: readonly { id: string; shortCode: string }[],
): RoomSearch[] {
  const byNumber = { propertyId: null, numberPattern: `%${escapeLike(text)}%` };
  const [, word = '', rest = ''] = labelForm.exec(text) ?? [];
  const named = properties.filter(({ shortCode }) => shortCode === word.toUpperCase());
  return [...named.map(({ id }) => ({ propertyId: id, numberPattern: `${escapeLike(rest)}%` })), byNumber];
}

/** Escapes SQL's wildcards. PostgREST reads `*` as `%` and cannot escape it, so `_` (any one character) replaces it. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&').replaceAll('*', '_');
}
