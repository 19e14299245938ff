import { isCode } from '@gudbro/access-codes';

/** A place's short code and what stands on the door. What begins with RM- or BK- is a code. */
const form = /^(?!RM-|BK-)[A-Z]{2,5}-\S(?:.{0,38}\S)?$/i;

/** A room's readable name, such as "BVA-203", or null. What is a code as it is printed is that code and no name. */
export function readRoomLabel(text: string): string | null {
  const label = text.trim();
  return form.test(label) && !isCode('access', label.toUpperCase()) ? label : null;
}
