export { AccessCodeError, type AccessCodeErrorCode } from './access-code-error.ts';
export { CODE_ALPHABET, CODE_FORMS, type CodeForm, type CodeKind, type CodeOf } from './code-forms.ts';
export type { FillRandom } from './draw-characters.ts';
export { type GenerateOptions, generateCode } from './generate-code.ts';
export { CODE_PATTERNS, isCode } from './is-code.ts';
export { type ParseOptions, parseCode } from './parse-code.ts';
export type { CodeRefusal, FoundCode, NeverContained, ParsedCode } from './parse-result.ts';
