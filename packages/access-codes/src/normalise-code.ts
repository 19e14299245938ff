import type { CodeKind, CodeOf } from './code-forms.ts';
import { type ParseOptions, parseCode } from './parse-code.ts';

/**
 * The finished code in what a person typed, pasted or scanned, or null where `parseCode` refuses.
 *
 * @example
 * normaliseCode('bkguest2'); // 'BK-GUEST2'
 */
export function normaliseCode<K extends CodeKind = CodeKind>(
  input: string,
  options?: ParseOptions<K>,
): CodeOf<K> | null {
  const parsed = parseCode(input, options);
  return parsed.ok ? parsed.code : null;
}

/**
 * Which kind of code an input is, or null where `parseCode` refuses.
 *
 * @example
 * recogniseCode('wake-up23'); // 'access'
 */
export function recogniseCode(input: string): CodeKind | null {
  const parsed = parseCode(input);
  return parsed.ok ? parsed.kind : null;
}
