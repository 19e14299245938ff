import type { DocumentField, DocumentType } from '@gudbro/domain';
import { readMachineText, toCountry } from '@gudbro/mrz';

/** What a reader has typed: the fields of a document, or where it can't be read. */
export type Scanned =
  | { ok: true; type: DocumentType; values: Partial<Record<DocumentField, string>> }
  | { ok: false; at: { field: string; line: number } | null };

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
  const { fields } = read;
  const isVisa = fields.documentType === 'visa';
  const end = fields.expiryDate ?? '';
  return {
    ok: true,
    type: fields.documentType,
    values: {
      surname: fields.surname,
      givenNames: fields.givenNames,
      sex: fields.sex,
      birthDate: fields.birthDate ?? '',
      nationality: (fields.nationality && toCountry(fields.nationality)) ?? '',
      issuingState: toCountry(fields.issuingState) ?? '',
      documentNumber: fields.documentNumber,
      ...(isVisa ? { visaExpiryDate: end } : { expiryDate: end }),
    },
  };
}
