import { z } from 'zod';
import type { CodeKind, CodeOf } from './code-forms.ts';
import { CODE_PATTERNS } from './is-code.ts';
import { type ParseOptions, parseCode } from './parse-code.ts';
import type { FoundCode } from './parse-result.ts';

/**
 * What a person typed, pasted or scanned, as `parseCode` reads it; gives the code with its kind. A refusal is
 * one issue: its `message` is the reason, its `params` the whole refusal.
 *
 * @example
 * codeInputSchema().parse('bkguest2'); // { ok: true, kind: 'booking', code: 'BK-GUEST2' }
 * codeInputSchema({ expect: 'room' }).parse('sunset22').code; // 'RM-SUNSET22'
 */
export function codeInputSchema<K extends CodeKind = CodeKind>(options?: ParseOptions<K>) {
  return z.string().transform((text, context): FoundCode<K> => {
    const parsed = parseCode(text, options);
    if (parsed.ok) return parsed;
    context.issues.push({ code: 'custom', input: text, message: parsed.reason, params: { ...parsed } });
    return z.NEVER;
  });
}

/** A finished room code, to the letter. */
export const roomCodeSchema = codeSchema('room');

/** A finished booking code, to the letter. */
export const bookingCodeSchema = codeSchema('booking');

/** A finished access code, to the letter. */
export const accessCodeSchema = codeSchema('access');

/**
 * A finished code of one kind, to the letter; forgives nothing, and can be written as JSON schema.
 *
 * @example
 * codeSchema('room').parse('RM-SUNSET22'); // 'RM-SUNSET22'
 */
export function codeSchema<K extends CodeKind>(kind: K) {
  // The pattern admits only strings of this kind, which z.string() cannot say in its type.
  return z.string().regex(CODE_PATTERNS[kind]) as unknown as z.ZodType<CodeOf<K>, string>;
}
