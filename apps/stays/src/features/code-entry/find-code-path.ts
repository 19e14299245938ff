import { parseCode } from '@gudbro/access-codes';
import { pathOf } from '../dashboard/path-of';

/**
 * The page that a typed, pasted or scanned code opens, or null. Of an address only the code in it counts, so nobody
 * is sent to another site. What may be of two kinds opens as the expected one, else as the likeliest, whose page
 * offers the other.
 */
export function findCodePath(text: string, expected?: 'room'): string | null {
  const parsed = parseCode(text);
  if (parsed.ok) {
    return pathOf(parsed);
  }
  const candidates = parsed.reason === 'ambiguous' ? parsed.candidates : [];
  const found = candidates.find(({ kind }) => kind === expected) ?? candidates[0];
  return found ? pathOf(found) : null;
}
