import { type DocumentField, documentFields } from './document-fields.ts';

/** What a law says of the data of a document. */
export type KeptData = {
  /** What may be written down of a document, besides its kind. A place may keep less. */
  fields: readonly DocumentField[];
  /** Of these fields, which are for the guest who booked alone. */
  leadFields: readonly DocumentField[];
  /** How long the data have to be kept, and from when on. Null where no law is known that says so. */
  fieldsKept: KeepingTime | null;
  /** How long a picture has to be kept. Null: it goes as soon as a person has checked it. */
  imageKept: KeepingTime | null;
  /** Whether somebody at the desk has to see the document itself. */
  mustBeSeen: boolean;
};

export type KeepingTime = { months: number; after: 'arrival' | 'departure' | 'recording' };

const names: DocumentField[] = ['surname', 'givenNames'];

/** Where the list of fields was not found: what every register that was read has. */
const core: DocumentField[] = [...names, 'nationality', 'documentNumber'];

const passport: DocumentField[] = [...core, 'sex', 'birthDate', 'issuingState', 'expiryDate'];

const none = { leadFields: [], fieldsKept: null, imageKept: null, mustBeSeen: false } as const;

/** What holds in a country that nobody has looked up: no rule is known, so the place decides. */
export const unknownLaw: KeptData = { ...none, fields: documentFields };

const months = (count: number, after: KeepingTime['after']): KeepingTime => ({ months: count, after });

/**
 * What may be kept of a document, and how long, in each country that was looked up. Where a copy may be made, all that it shows
 * may be kept. Elsewhere it is what the law's own list has. A time that was not found in a text of law is null.
 */
export const keptByCountry: Readonly<Record<string, KeptData>> = {
  AE: { ...none, fields: passport },
  AT: {
    ...none,
    fields: [...core, 'sex', 'birthDate', 'issuingState'],
    fieldsKept: months(84, 'departure'),
  },
  CY: { ...none, fields: core },
  CZ: { ...none, fields: [...core, 'birthDate'], fieldsKept: months(72, 'departure') },
  DE: { ...none, fields: [...core, 'birthDate'], fieldsKept: months(12, 'arrival') },
  // The authority names the expiry date as excess, so no visa can be followed there either.
  ES: { ...none, fields: [...core, 'sex', 'birthDate'], fieldsKept: months(36, 'departure') },
  FR: { ...none, fields: [...names, 'birthDate', 'nationality'], fieldsKept: months(6, 'arrival') },
  GB: { ...none, fields: documentFields, fieldsKept: months(12, 'arrival') },
  GR: { ...none, fields: core },
  HR: { ...none, fields: [...core, 'sex', 'birthDate'] },
  HU: { ...none, fields: [...core, 'sex', 'birthDate'] },
  ID: { ...none, fields: documentFields },
  IN: { ...none, fields: documentFields, fieldsKept: months(12, 'departure') },
  // The document itself is recorded for the head of a family or group alone, and has to be seen by a person.
  IT: {
    ...none,
    fields: [...core, 'sex', 'birthDate', 'issuingState'],
    leadFields: ['documentNumber', 'issuingState'],
    mustBeSeen: true,
  },
  JP: {
    ...none,
    fields: documentFields,
    fieldsKept: months(36, 'recording'),
    imageKept: months(36, 'recording'),
  },
  MY: { ...none, fields: core },
  NL: { ...none, fields: names },
  PT: { ...none, fields: [...core, 'birthDate', 'issuingState'] },
  SG: { ...none, fields: [...core, 'sex', 'birthDate'] },
  TH: { ...none, fields: documentFields },
  TR: { ...none, fields: [...names, 'documentNumber'] },
  US: { ...none, fields: documentFields },
  VN: { ...none, fields: documentFields },
};
