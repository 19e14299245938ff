/** What can be written down of a document, besides its kind. */
export const documentFields = [
  'surname',
  'givenNames',
  'sex',
  'birthDate',
  'nationality',
  'issuingState',
  'documentNumber',
  'expiryDate',
  'visaType',
  'visaExpiryDate',
] as const;

export type DocumentField = (typeof documentFields)[number];

/** As machine-readable documents have it. X: not told. */
export const sexes = ['F', 'M', 'X'] as const;

export const documentTypes = ['passport', 'visa', 'id_card', 'driving_licence', 'other'] as const;

export type DocumentType = (typeof documentTypes)[number];
