import { parseCode } from '@gudbro/access-codes';
import { pathOfCode } from './path-of-code';

/**
 * Finds the path that a typed, pasted or scanned code leads to, or null. Only the code in a pasted address is used, so
 * nobody is sent to another site. Eight characters alone may be a room code without its prefix or an access code without its
 * hyphen: they are read as the room code, and the page of a room that does not exist links to the other.
 */
export function findCodePath(text: string): string | null {
  const parsed = parseCode(text);
  if (parsed.ok) {
    return pathOfCode(parsed);
  }
  const candidates = parsed.reason === 'ambiguous' ? parsed.candidates : [];
  const found = candidates.find(({ kind }) => kind === 'room') ?? candidates[0];
  return found ? pathOfCode(found) : null;
}
