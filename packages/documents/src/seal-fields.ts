import { digestNumber, sealPart } from './document-parts.ts';
import type { PlaceKey } from './place-keys.ts';

/** They stand beside the sealed fields, since warnings and lists need them. */
const unsealed = new Set(['nationality', 'visaType', 'visaExpiryDate']);

/** Of these fields, those that stand in the row as they are. */
export function pickUnsealed(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => unsealed.has(name)));
}

/** What goes into the row of a document: its fields but those that warnings need, sealed, and which fields it has. */
export type SealedFields = {
  fieldNames: string[];
  fields?: string;
  fieldsKey?: string;
  numberDigest?: string;
};

/** Seals what a document says. `fields` are those that may be kept, and no others. */
export async function sealFields(
  place: PlaceKey,
  documentId: string,
  fields: Readonly<Record<string, string>>,
): Promise<SealedFields> {
  const fieldNames = Object.keys(fields);
  const secret = Object.entries(fields).filter(([name]) => !unsealed.has(name));
  if (secret.length === 0) {
    return { fieldNames };
  }
  const bytes = Buffer.from(JSON.stringify(Object.fromEntries(secret)));
  const { sealed, wrappedKey } = await sealPart(place, documentId, 'fields', bytes);
  const { documentNumber } = fields;
  return {
    fieldNames,
    fields: Buffer.from(sealed).toString('base64url'),
    fieldsKey: wrappedKey,
    ...(documentNumber === undefined ? {} : { numberDigest: await digestNumber(place, documentNumber) }),
  };
}
