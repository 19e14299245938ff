export { blindTwins, computeCheckDigit } from './check-digit.ts';
export { toCountry } from './countries.ts';
export type { DocumentFields, DocumentType, FieldName } from './document-fields.ts';
export type { MrzFormat } from './layouts.ts';
export { parseAamva } from './parse-aamva.ts';
export { parseMrz } from './parse-mrz.ts';
export { readMachineText } from './read-machine-text.ts';
export type {
  AamvaFailure,
  AamvaResult,
  AamvaSuccess,
  CheckedField,
  MrzFailure,
  MrzResult,
  MrzSuccess,
  Place,
  ReadWarning,
} from './read-result.ts';
export { type FormFields, toFormFields } from './to-form-fields.ts';
