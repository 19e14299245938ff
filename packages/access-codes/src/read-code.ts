import { cleanText } from './clean-text.ts';
import { CODE_FORMS, CODE_KINDS, type CodeKind } from './code-forms.ts';
import { formatCode } from './format-code.ts';
import type { ParsedCode } from './parse-result.ts';
import { refuseCharacter } from './refuse-character.ts';

/** Reads one text as a code of the kind with the strongest evidence, or gives the reason why it is none. */
export function readCode(text: string, hint?: CodeKind): ParsedCode {
  const cleaned = cleanText(text);
  const bare = cleaned.split('-').join('');
  const refusal = refuseCharacter(bare);
  if (refusal) return refusal;

  const attempts = CODE_KINDS.map((kind) => readAs(kind, cleaned, bare, hint)).sort(([a], [b]) => b - a);
  const likely = attempts.filter(([evidence]) => evidence);
  const results = (likely[0] ? likely : attempts).map(([, result]) => result);
  const codes = results.filter((result) => result.ok);
  if (codes[1] && !likely[0]) return { ok: false, reason: 'ambiguous', candidates: codes };
  // With nothing else to go by, fewer than six characters are nearest to a booking code, the last of the kinds.
  const nearest = results[likely[0] || bare[5] ? 0 : 2];
  // There is a result for each kind, or for the likely ones if there are any.
  return codes[0] ?? (nearest as ParsedCode);
}

/**
 * Reads the text as one kind, and rates the evidence for it: 3 for its hyphens, prefix included; 2 for the hint; 1 for
 * the letters of its prefix.
 */
function readAs(kind: CodeKind, cleaned: string, bare: string, hint?: CodeKind): [number, ParsedCode] {
  const { prefix, length: expected } = CODE_FORMS[kind];
  const letters = prefix.slice(0, 2);
  const named = prefix ? cleaned.startsWith(prefix) : /^.{4}-.{4}$/.test(cleaned);
  // A whole code may begin with the letters of a prefix, its own included.
  const whole = !named && bare.length === expected;
  const characters = whole || !bare.startsWith(letters) ? bare : bare.slice(letters.length);
  const actual = characters.length;
  const result =
    actual === expected
      ? { ok: true, kind, code: formatCode(kind, characters) }
      : { ok: false, reason: actual < expected ? 'too_short' : 'too_long', kind, expected, actual };
  // Kind and code belong together by construction; the compiler pairs them only for one known kind.
  return [named ? 3 : kind === hint ? 2 : characters === bare ? 0 : 1, result as ParsedCode];
}
