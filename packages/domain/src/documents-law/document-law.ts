import type { AccessSettings } from '../access-settings.ts';
import { type DocumentLaw, documentLaws } from './document-laws.ts';
import { type KeptData, unknownLaw } from './kept-by-country.ts';

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
