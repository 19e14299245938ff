import 'server-only';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import {
  type DocumentStatus,
  documentSchema,
  type EndingVisa,
  endingVisaSchema,
  type ListedDocument,
  type OpenedDocument,
  openedSchema,
  placeKeySchema,
} from './document-schemas';

// Functions alone reach documents. Each checks that the person sees documents at the place, and what another place has is not found.

export const documentsPerPage = 100;

type Which = { status?: DocumentStatus; bookingId?: string; skipped?: number };

/** A page of the documents of a place, those that wait first, and one more where there are more. */
export async function listDocuments(
  client: AccountClient,
  placeId: string,
  { status, bookingId, skipped = 0 }: Which = {},
): Promise<ListedDocument[]> {
  const found = await client.query((db) =>
    db
      .rpc('list_documents', {
        property_id: placeId,
        skipped,
        ...(status === undefined ? {} : { status }),
        ...(bookingId === undefined ? {} : { booking_id: bookingId }),
      })
      .overrideTypes<unknown[], { merge: false }>(),
  );
  return z.array(documentSchema).parse(found);
}

/** Opens one document. That somebody looked at it is in the log before anything of it is here. */
export async function openDocument(
  client: AccountClient,
  placeId: string,
  id: string,
): Promise<OpenedDocument> {
  const found = await client.query((db) =>
    db
      .rpc('open_document', { property_id: placeId, document_id: id })
      .overrideTypes<Record<string, unknown>, { merge: false }>(),
  );
  return openedSchema.parse(found);
}

const usedGrantSchema = z.object({
  documentId: z.string(),
  path: z.string(),
  imageKey: z.string(),
  page: z.int(),
  key: placeKeySchema,
  viewer: z.string(),
  viewedAt: z.string(),
  timezone: z.string(),
});

/** Uses the right to load one page of a picture, once. That it was looked at is in the log from then on. */
export async function takeGrant(client: AccountClient, placeId: string, grantId: string) {
  const found = await client.query((db) =>
    db
      .rpc('use_document_grant', { property_id: placeId, grant_id: grantId })
      .overrideTypes<Record<string, unknown>, { merge: false }>(),
  );
  return usedGrantSchema.parse(found);
}

/** The visas that end within two weeks or before the guest leaves, the first to end first. */
export async function listEndingVisas(client: AccountClient, placeId: string): Promise<EndingVisa[]> {
  const found = await client.query((db) =>
    db.rpc('list_ending_visas', { property_id: placeId }).overrideTypes<unknown[], { merge: false }>(),
  );
  return z.array(endingVisaSchema).parse(found);
}
