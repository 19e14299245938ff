import type { AccessSettings } from '../access-settings.ts';
import type { DocumentField } from './document-fields.ts';
import { documentLaws } from './document-laws.ts';
import { unknownLaw } from './kept-by-country.ts';

/** What the law of a country says about guests' IDs, as far as it is known here. Research, not legal advice. */
export type DocumentLaw = {
  /** ISO 3166, two letters. */
  country: string;
  /**
   * Whether a place may keep a copy of an ID: `must` and `must_not` are said by a law or an authority, `may` leaves it free,
   * `no_basis` means that no rule allows or needs it, `transient` that it is made and then deleted.
   */
  copies: 'must' | 'may' | 'must_not' | 'no_basis' | 'transient' | 'unclear';
  /** Whose stay is registered with or for the authorities. */
  registered: 'everyone' | 'foreigners' | 'unknown';
  /** Within how many hours it is reported; 0 at once; null where nothing is reported by itself or it is not known. */
  reportedWithinHours: number | null;
  /** The laws and decisions on which this rests. */
  sources: string;
  certainty: 'high' | 'medium' | 'low';
} & KeptData;

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

/** The day on which all of it was looked up. */
export const documentLawsAsOf = '2026-11-26';

const byCountry = new Map(documentLaws.map((law) => [law.country, law]));

/** Null for a country that nobody has looked up. */
export function findDocumentLaw(country: string): DocumentLaw | null {
  return byCountry.get(country) ?? null;
}

const picturesWanted = new Set(['JP', 'ID']);

/** What may be kept of a document in a country. */
export function findKeptData(country: string): KeptData {
  return findDocumentLaw(country) ?? unknownLaw;
}

/** Whether a visa's end may be kept in a country, which is what warnings need. */
export function mayTrackVisas(country: string): boolean {
  return findKeptData(country).fields.includes('visaExpiryDate');
}

/** Whether pictures of documents are forbidden in a country, so that a place that keeps them has to say why it may. */
export function areCopiesForbidden(country: string): boolean {
  return findDocumentLaw(country)?.copies === 'must_not';
}

/** What a place in this country starts to keep of a guest's ID. The same rule is default_documents in SQL. */
export function defaultDocuments(country: string): AccessSettings['documents'] {
  if (picturesWanted.has(country)) {
    return 'image';
  }
  return country === 'US' ? 'off' : 'fields_only';
}
