import type { DocumentField } from '@gudbro/domain';
import { type FormFields, readMachineText, toFormFields } from '@gudbro/mrz';

/** What a reader has typed: the fields of a document, or where it can't be read. */
export type Scanned = ({ ok: true } & FormFields) | { ok: false; at: { field: string; line: number } | null };

/** What another document that was read before said of these is not left in the form. */
const readOfEach: readonly DocumentField[] = [
  'surname',
  'givenNames',
  'sex',
  'birthDate',
  'nationality',
  'issuingState',
  'documentNumber',
];

/**
 * Whether this is the first line that a reader types: of a document's lines, which have fillers or digits, or of the barcode of an
 * American licence.
 */
export function isMachineLine(text: string): boolean {
  return /^@\s*$|(?:ANSI|AAMVA) ?\d{6}|^(?=.*(?:[<;]|\d.*\d))[A-Z0-9<;]{28,}$/i.test(text.trim());
}

/** Reads the lines of a passport, card or visa, or the text of an American licence. Null while nothing is typed. */
export function readScanned(text: string, today: string): Scanned | null {
  if (text.trim() === '') {
    return null;
  }
  const read = readMachineText(text, today);
  if (!read.ok) {
    const at =
      'at' in read && read.at !== undefined && 'field' in read.at && 'line' in read.at ? read.at : null;
    return { ok: false, at: at && { field: at.field, line: at.line + 1 } };
  }
  const { type, values } = toFormFields(read.fields);
  const emptied = [...readOfEach, type === 'visa' ? 'visaExpiryDate' : 'expiryDate'].map((field) => [
    field,
    '',
  ]);
  return { ok: true, type, values: { ...Object.fromEntries(emptied), ...values } };
}
