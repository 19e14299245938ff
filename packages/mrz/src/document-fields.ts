export type DocumentType = 'passport' | 'id_card' | 'visa' | 'driving_licence' | 'other';

/** What a document tells of its holder. Dates are ISO; a text that the document does not have is ''. */
export type DocumentFields = {
  /** As on the document: `P`, `ID`, `V`; `DL` or `ID` of an AAMVA barcode. */
  documentCode: string;
  documentType: DocumentType;
  /** A code of ICAO Doc 9303, three letters or `D`; `toCountry` translates it. */
  issuingState: string;
  surname: string;
  givenNames: string;
  documentNumber: string;
  /** As `issuingState`. Null where the document does not tell it: a driving licence. */
  nationality: string | null;
  /** Null where the document has fillers instead of a part of it: not everybody's birthday is known. */
  birthDate: string | null;
  /** `X` is unspecified. */
  sex: 'F' | 'M' | 'X';
  /** Null for a document without an end. */
  expiryDate: string | null;
  optionalData: string;
  /** The second optional element, which only a TD1 has. */
  moreOptionalData: string;
};

export type FieldName = keyof DocumentFields;
