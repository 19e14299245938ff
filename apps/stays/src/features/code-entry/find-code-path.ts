import { parseCode } from '@gudbro/access-codes';
import { pathOfCode } from '../dashboard/path-of-code';

/**
 * Finds the path that a typed, pasted or scanned code leads to, or null. Only the code in a pasted address is used, so
 * nobody is sent to another site. An ambiguous code is read as the expected kind, or else as the likeliest, whose page
 * links to the other.
 */
export function findCodePath(text: string, expected?: 'room'): string | null {
  const parsed = parseCode(text);
  if (parsed.ok) {
    return pathOfCode(parsed);
  }
  const candidates = parsed.reason === 'ambiguous' ? parsed.candidates : [];
  const found = candidates.find(({ kind }) => kind === expected) ?? candidates[0];
  return found ? pathOfCode(found) : null;
}
