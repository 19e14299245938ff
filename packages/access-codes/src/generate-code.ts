import { CODE_FORMS, type CodeKind, type CodeOf } from './code-forms.ts';
import { drawCharacters, type FillRandom } from './draw-characters.ts';
import { formatCode } from './format-code.ts';

/** Options of `generateCode`. */
export interface GenerateOptions {
  /** Where the randomness comes from. Default: `crypto.getRandomValues`. */
  readonly random?: FillRandom;
}

/**
 * Makes one code. All codes of its kind are equally likely. Whether the code is new is for the unique constraint of
 * the database to say.
 *
 * @throws {AccessCodeError} `broken_random`
 * @example
 * generateCode('room'); // 'RM-7KQ2MHXD'
 */
export function generateCode<K extends CodeKind>(kind: K, options: GenerateOptions = {}): CodeOf<K> {
  const { random = (bytes) => crypto.getRandomValues(bytes) } = options;
  return formatCode(kind, drawCharacters(CODE_FORMS[kind].length, random));
}
