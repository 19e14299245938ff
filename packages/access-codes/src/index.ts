export { AccessCodeError, type AccessCodeErrorCode } from './access-code-error.ts';
export {
  CODE_ALPHABET,
  CODE_FORMS,
  CODE_KINDS,
  type CodeForm,
  type CodeKind,
  type CodeOf,
} from './code-forms.ts';
export type { FillRandom } from './draw-characters.ts';
export { formatCode } from './format-code.ts';
export { type BatchOptions, type GenerateOptions, generateCode, generateCodes } from './generate-code.ts';
export { CODE_PATTERNS, isCode } from './is-code.ts';
