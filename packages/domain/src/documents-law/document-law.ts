import type { AccessSettings } from '../access-settings.ts';
import { documentLaws } from './document-laws.ts';

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
};

/** The day on which all of it was looked up. */
export const documentLawsAsOf = '2026-11-26';

const byCountry = new Map(documentLaws.map((law) => [law.country, law]));

/** Null for a country that nobody has looked up. */
export function findDocumentLaw(country: string): DocumentLaw | null {
  return byCountry.get(country) ?? null;
}

const picturesWanted = new Set(['JP', 'ID']);

/** What a place in this country starts to keep of a guest's ID. The same rule is default_documents in SQL. */
export function defaultDocuments(country: string): AccessSettings['documents'] {
  if (picturesWanted.has(country)) {
    return 'image';
  }
  return country === 'US' ? 'off' : 'fields_only';
}
