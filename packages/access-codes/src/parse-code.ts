import type { CodeKind } from './code-forms.ts';
import { type CodeText, findCodeTexts } from './find-code-texts.ts';
import type { ParsedCode } from './parse-result.ts';
import { readCode } from './read-code.ts';

/** What the caller knows about the input. */
export interface ParseOptions<K extends CodeKind = CodeKind> {
  /** The only kind that is accepted. It also decides what would be `ambiguous` without it. */
  readonly expect?: K;
}

/**
 * Reads a code out of what a person typed, pasted or scanned: in any case, with spaces, missing or wrong
 * hyphens, without its prefix where that is unambiguous, inside a whole address of a stay, or in the old QR
 * payload (with both codes in it, the access code is read; `expect: 'room'` reads the other).
 *
 * Never throws on a string, and takes time in proportion to its length.
 *
 * @example
 * parseCode(' rm sunset22 '); // { ok: true, kind: 'room', code: 'RM-SUNSET22' }
 * parseCode('SUNSET22'); // { ok: false, reason: 'ambiguous', candidates: [access, room] }
 * parseCode('SUNSET22', { expect: 'room' }); // { ok: true, kind: 'room', code: 'RM-SUNSET22' }
 * parseCode('RM-SUNSET20'); // { ok: false, reason: 'never_contains', character: '0' }
 */
export function parseCode<K extends CodeKind = CodeKind>(
  input: string,
  { expect }: ParseOptions<K> = {},
): ParsedCode<K> {
  const all = findCodeTexts(input).map(({ readings, kind }) => readFirst(readings, kind ?? expect));
  // There is at least one text.
  const found = (all.find((one) => one.ok && one.kind === (expect ?? 'access')) ?? all[0]) as ParsedCode;
  const wrong = found.ok && expect && found.kind !== expect;
  // No code of another kind than K is left; the compiler does not narrow by a type parameter.
  return (wrong ? { ...found, ok: false, reason: 'wrong_kind', expected: expect } : found) as ParsedCode<K>;
}

/** The first reading that is a code, else what the first one lacks. */
function readFirst([first, ...others]: CodeText['readings'], hint?: CodeKind): ParsedCode {
  const result = readCode(first, hint);
  return result.ok ? result : (others.map((text) => readCode(text, hint)).find(({ ok }) => ok) ?? result);
}
