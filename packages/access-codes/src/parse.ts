export type { CodeKind, CodeOf } from './code-forms.ts';
export { normaliseCode, recogniseCode } from './normalise-code.ts';
export { type ParseOptions, parseCode } from './parse-code.ts';
export type { CodeRefusal, FoundCode, NeverContained, ParsedCode } from './parse-result.ts';
