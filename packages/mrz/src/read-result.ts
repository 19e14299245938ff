import type { DocumentFields, FieldName } from './document-fields.ts';
import type { MrzFormat } from './layouts.ts';

/** What a person should look at on a document that was read. */
export type ReadWarning =
  /** The code is neither a country nor another issuer that we know; specimens have `UTO`. */
  | { reason: 'unknown_country'; field: 'issuingState' | 'nationality' }
  | { reason: 'incomplete_date'; field: 'birthDate' }
  /** The names fill their line, or the document says so: the last ones may be missing. */
  | { reason: 'maybe_cut'; field: 'surname' | 'givenNames' }
  | { reason: 'expired'; field: 'expiryDate' };

/** Characters of one line, both counted from 0; `end` is exclusive. */
export type Place = { line: number; start: number; end: number };

/** The last check digit of a line covers several fields and belongs to none. */
export type CheckedField = 'documentNumber' | 'birthDate' | 'expiryDate' | 'optionalData' | 'composite';

export type MrzFailure =
  | { ok: false; reason: 'not_mrz' }
  /** Close to a format, but a line has too few or too many characters. In one run of text, `line` is 0. */
  | { ok: false; reason: 'wrong_length'; at: { line: number; expected: number; found: number } }
  | { ok: false; reason: 'wrong_character'; at: Place & { field: FieldName | 'names' } }
  | { ok: false; reason: 'wrong_check_digit'; at: Place & { field: CheckedField } }
  | { ok: false; reason: 'wrong_date'; at: Place & { field: 'birthDate' | 'expiryDate' } };

export type MrzSuccess = {
  ok: true;
  format: MrzFormat;
  fields: DocumentFields;
  warnings: ReadWarning[];
};

export type MrzResult = MrzSuccess | MrzFailure;

export type AamvaFailure =
  | { ok: false; reason: 'not_aamva' }
  /** The barcode does not have the field, or has `NONE` there. */
  | { ok: false; reason: 'missing'; at: { field: FieldName } }
  | { ok: false; reason: 'wrong_date'; at: { field: 'birthDate' | 'expiryDate' } };

export type AamvaSuccess = {
  ok: true;
  format: 'AAMVA';
  fields: DocumentFields;
  warnings: ReadWarning[];
};

export type AamvaResult = AamvaSuccess | AamvaFailure;
