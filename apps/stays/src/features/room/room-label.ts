import { parseCode } from '@gudbro/access-codes/parse';

/** A place's short code and what stands on the door. */
const form = /^(?!RM-|BK-)[A-Z]{2,5}-\S(?:.{0,38}\S)?$/i;

/** A room's readable name, such as "BVA-203", or null. What is a code as it is printed is that code and no name. */
export function readRoomLabel(text: string): string | null {
  const label = text.trim();
  const parsed = parseCode(label);
  const isCode = parsed.ok && parsed.code === label.toUpperCase();
  return form.test(label) && !isCode ? label : null;
}
