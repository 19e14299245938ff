import { toCountry } from './countries.ts';
import type { DocumentFields, DocumentType } from './document-fields.ts';

/** What a form of ours asks for, of what the lines of a document tell. What they leave open is not there. */
export type FormFields = {
  type: DocumentType;
  values: Partial<
    Record<
      | 'surname'
      | 'givenNames'
      | 'sex'
      | 'birthDate'
      | 'nationality'
      | 'issuingState'
      | 'documentNumber'
      | 'expiryDate'
      | 'visaExpiryDate',
      string
    >
  >;
};

/** Countries become those of ISO 3166, and the end of a visa is told apart from that of another document. */
export function toFormFields(fields: DocumentFields): FormFields {
  const { documentType: type, nationality, expiryDate } = fields;
  const told = {
    surname: fields.surname,
    givenNames: fields.givenNames,
    sex: fields.sex,
    birthDate: fields.birthDate,
    nationality: nationality && toCountry(nationality),
    issuingState: toCountry(fields.issuingState),
    documentNumber: fields.documentNumber,
    expiryDate: type === 'visa' ? null : expiryDate,
    visaExpiryDate: type === 'visa' ? expiryDate : null,
  };
  return { type, values: Object.fromEntries(Object.entries(told).filter(([, value]) => value)) };
}
