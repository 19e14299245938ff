import type { CodeRefusal } from './parse-result.ts';

/** Names the first character that is in no code; undefined if there is none. */
export function refuseCharacter(bare: string): CodeRefusal | undefined {
  if (!bare) return { ok: false, reason: 'empty' };
  // An address of something else, or a payload without a code.
  if (/[/{]/.test(bare)) return { ok: false, reason: 'unknown_kind' };
  const [character] = bare.match(/[^A-HJ-NP-Z2-9]/u) ?? [];
  if (!character) return;
  const reason = '0O1I'.includes(character) ? 'never_contains' : 'invalid_character';
  // The line above ties the reason to the character, which the compiler does not follow.
  return { ok: false, reason, character } as CodeRefusal;
}
