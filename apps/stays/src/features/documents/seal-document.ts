import 'server-only';
import { digestNumber, openPlaceKey, type PlaceKey, sealPart } from '@gudbro/documents';
import type { DocumentFields, DocumentInput } from '@gudbro/guest-api/document';
import { documentFieldsSchema } from '@gudbro/guest-api/document';
import type { EncodedPicture } from '@gudbro/pictures';
import { writeFrames } from '@gudbro/pictures';
import { masterKeys } from '@/server/master-keys';
import type { AnnouncedDocument, SealedDocument } from './queries';

/** What warnings and lists need stands beside the sealed fields. */
const unsealed = new Set(['nationality', 'visaType', 'visaExpiryDate']);

/** Seals what a document says and its pictures: the ciphertext for Storage, if there is one, and what goes into the row. */
export async function sealDocument(
  announced: AnnouncedDocument,
  input: DocumentInput,
  pictures: readonly EncodedPicture[],
): Promise<{ row: SealedDocument; object: Uint8Array | null }> {
  const place = await openPlaceKey(await masterKeys(), announced.propertyId, announced.key);
  const fields = pickKeptFields(input, announced.keptFields);
  const row = { fieldNames: Object.keys(fields), ...(await sealFields(place, announced.id, fields)) };
  if (announced.path === null) {
    return { row, object: null };
  }
  const { sealed, wrappedKey } = await sealPart(place, announced.id, 'image', writeFrames(pictures));
  const stored = {
    path: announced.path,
    imageKey: wrappedKey,
    pages: pictures.length,
    bytes: sealed.length,
  };
  return { row: { ...row, ...stored }, object: sealed };
}

/** Only what may be kept: what the law of the place or its owner leaves out is not even sealed. */
function pickKeptFields(input: DocumentInput, kept: readonly string[]): DocumentFields {
  const sent = Object.entries(documentFieldsSchema.parse(input));
  return Object.fromEntries(sent.filter(([name]) => kept.includes(name)));
}

async function sealFields(place: PlaceKey, documentId: string, fields: DocumentFields) {
  const secret = Object.entries(fields).filter(([name]) => !unsealed.has(name));
  if (secret.length === 0) {
    return {};
  }
  const bytes = Buffer.from(JSON.stringify(Object.fromEntries(secret)));
  const { sealed, wrappedKey } = await sealPart(place, documentId, 'fields', bytes);
  const { documentNumber } = fields;
  return {
    fields: Buffer.from(sealed).toString('base64url'),
    fieldsKey: wrappedKey,
    ...(documentNumber === undefined ? {} : { numberDigest: await digestNumber(place, documentNumber) }),
  };
}
