import 'server-only';
import { openPlaceKey, sealFields, sealPart } from '@gudbro/documents';
import { type DocumentInput, documentFieldsSchema } from '@gudbro/guest-api/document';
import { type EncodedPicture, writeFrames } from '@gudbro/pictures';
import { masterKeys } from '@/server/master-keys';
import type { AnnouncedDocument, SealedDocument } from './queries';

/** Seals what a document says and its pictures: the ciphertext for Storage, if there is one, and what goes into the row. */
export async function sealDocument(
  announced: AnnouncedDocument,
  input: DocumentInput,
  pictures: readonly EncodedPicture[],
): Promise<{ row: SealedDocument; object: Uint8Array | null }> {
  const place = await openPlaceKey(await masterKeys(), announced.propertyId, announced.key);
  const row = await sealFields(place, announced.id, pickKeptFields(input, announced.keptFields));
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
function pickKeptFields(input: DocumentInput, kept: readonly string[]): Record<string, string> {
  const sent = Object.entries(documentFieldsSchema.parse(input));
  return Object.fromEntries(
    sent.flatMap(([name, value]) => (value !== undefined && kept.includes(name) ? [[name, value]] : [])),
  );
}
