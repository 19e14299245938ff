import 'server-only';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import { openedSchema } from './document-schemas';

/** What a place has of a guest besides documents, in the order in which it is read. */
export const stayParts = ['names', 'contact', 'notes', 'orders', 'reports', 'phones'] as const;

const partSchema = z.object({
  what: z.enum([...stayParts, 'picture', 'fields']),
  documentId: z.string().nullable(),
  /** Until when it is kept, and why. Without a reason it goes. */
  until: z.string().nullable(),
  rule: z.enum(['law', 'stay_is_on', 'held']).nullable(),
  /** Somebody has erased the guest before, so what is kept goes by itself. */
  isAsked: z.boolean(),
});

/** What becomes of one part of a guest's data if it is erased now. */
export type ErasedPart = z.infer<typeof partSchema>;

/** What would become of each part. Nothing is erased. */
export async function planErasure(
  client: AccountClient,
  placeId: string,
  bookingId: string,
): Promise<ErasedPart[]> {
  const found = await client.query((db) =>
    db
      .rpc('erase_person_data', { property_id: placeId, booking_id: bookingId })
      .overrideTypes<unknown[], { merge: false }>(),
  );
  return z.array(partSchema).parse(found);
}

/** Everything besides the documents and the photos goes into the archive as it is. */
const personSchema = z.looseObject({
  documents: z.array(openedSchema),
  reports: z.array(z.looseObject({ photos: z.array(z.string()) })),
});

/** All that a place has of a guest. The log says who read it, and of each document that it was looked at. */
export async function readPersonData(client: AccountClient, placeId: string, bookingId: string) {
  const found = await client.query((db) =>
    db
      .rpc('read_person_data', { property_id: placeId, booking_id: bookingId })
      .overrideTypes<Record<string, unknown>, { merge: false }>(),
  );
  return personSchema.parse(found);
}
