// A namespace: bundlers then leave out what is not used of zod.
import * as z from 'zod';
import type { CodeKind } from './code-forms.ts';
import { type ParseOptions, parseCode } from './parse-code.ts';
import type { FoundCode } from './parse-result.ts';

/**
 * `parseCode` as a zod 4 schema: takes what a person typed, pasted or scanned, and gives the code with its kind.
 * A refusal is one issue. Its `message` is the reason, with the character where the refusal names one; its `params`
 * are the whole refusal.
 *
 * @example
 * codeInputSchema().parse('bkguest2'); // { ok: true, kind: 'booking', code: 'BK-GUEST2' }
 * codeInputSchema({ expect: 'room' }).parse('sunset22').code; // 'RM-SUNSET22'
 */
export function codeInputSchema<K extends CodeKind = CodeKind>(options?: ParseOptions<K>) {
  return z.string().transform((text, context): FoundCode<K> => {
    const parsed = parseCode(text, options);
    if (parsed.ok) return parsed;
    const message = 'character' in parsed ? `${parsed.reason} ${parsed.character}` : parsed.reason;
    context.issues.push({ code: 'custom', input: text, message, params: { ...parsed } });
    return z.NEVER;
  });
}
