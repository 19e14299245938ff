import { isCode } from '@gudbro/access-codes';

/** A property's short code, a hyphen and the room number. RM- and BK- are the prefixes of codes. */
const labelPattern = /^(?!RM-|BK-)[A-Z]{2,5}-\S(?:.{0,38}\S)?$/i;

/** Reads a room label such as "BVA-203". Null if the text is no label, or is an access code as it is printed. */
export function readRoomLabel(text: string): string | null {
  const label = text.trim();
  return labelPattern.test(label) && !isCode('access', label.toUpperCase()) ? label : null;
}
