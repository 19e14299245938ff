import 'server-only';
import { offerPlaceKey, openPlaceKey, pickUnsealed, sealFields } from '@gudbro/documents';
import { type DocumentType, documentFields } from '@gudbro/domain';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import { masterKeys } from '@/server/master-keys';
import { placeKeySchema } from './document-schemas';

const preparedSchema = z.object({
  policy: z.object({
    mode: z.enum(['off', 'fields_only', 'image']),
    fields: z.array(z.enum(documentFields)),
    leadFields: z.array(z.enum(documentFields)),
  }),
  key: placeKeySchema,
});

/** What the desk may write down of a document, and the key by which it is sealed. */
export async function prepareDeskDocument(client: AccountClient, placeId: string) {
  const offered = await offerPlaceKey(await masterKeys(), placeId);
  const found = await client.query((db) =>
    db
      .rpc('prepare_desk_document', { property_id: placeId, offered_key: offered })
      .overrideTypes<Record<string, unknown>, { merge: false }>(),
  );
  return preparedSchema.parse(found);
}

export type DeskDocument = {
  /** Drawn when the form was opened: sent again it is one document, as it was sent last. */
  id: string;
  bookingId: string;
  /** Null: of the guest who booked. */
  personId: string | null;
  documentType: DocumentType;
  fields: Readonly<Record<string, string>>;
};

/** Adds a document that the desk has in its hand. What may not be kept is left out. */
export async function addDeskDocument(
  client: AccountClient,
  placeId: string,
  { id, bookingId, personId, documentType, fields }: DeskDocument,
): Promise<void> {
  const { policy, key } = await prepareDeskDocument(client, placeId);
  const kept = policy.fields.filter((field) => personId === null || !policy.leadFields.includes(field));
  const written = Object.fromEntries(
    kept.flatMap((field) =>
      fields[field] === undefined || fields[field] === '' ? [] : [[field, fields[field]]],
    ),
  );
  const place = await openPlaceKey(await masterKeys(), placeId, key);
  const sealed = await sealFields(place, id, written);
  await client.query((db) =>
    db.rpc('add_desk_document', {
      property_id: placeId,
      booking_id: bookingId,
      document: { id, documentType, personId, keyVersion: key.version, ...pickUnsealed(written) },
      sealed: { ...sealed },
    }),
  );
}
