import 'server-only';
import { openPart, openPlaceKey } from '@gudbro/documents';
import { type DocumentField, documentFields } from '@gudbro/domain';
import { z } from 'zod';
import { masterKeys } from '@/server/master-keys';
import type { OpenedDocument } from './document-schemas';

/** What a document says, in the order in which it is read. */
export type DocumentFact = { field: DocumentField; value: string };

/** Opens the fields of a document. Only those that are kept are there. */
export async function openFields(placeId: string, document: OpenedDocument): Promise<DocumentFact[]> {
  const { nationality, visaType, visaExpiryDate } = document;
  const values: Partial<Record<DocumentField, string | null>> = {
    ...(await openSealed(placeId, document)),
    nationality,
    visaType,
    visaExpiryDate,
  };
  return documentFields.flatMap((field) => {
    const value = values[field];
    return value === undefined || value === null ? [] : [{ field, value }];
  });
}

const sealedSchema = z.partialRecord(z.enum(documentFields), z.string());

async function openSealed(placeId: string, { id, sealedFields, fieldsKey, key }: OpenedDocument) {
  if (sealedFields === null || fieldsKey === null) {
    return {};
  }
  const place = await openPlaceKey(await masterKeys(), placeId, key);
  const bytes = await openPart(place, id, 'fields', {
    sealed: Buffer.from(sealedFields, 'base64url'),
    wrappedKey: fieldsKey,
  });
  return sealedSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}
