import 'server-only';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import type { After } from '@/server/page-of-rows';
import { phonesSchema, stepsSchema } from '@/shell/stay/stay-schemas';

export const sessionsPerPage = 20;

const listedSchema = z.object({
  id: z.string(),
  code: z.string(),
  /** Whom the desk gave it to. Empty where nothing was typed. */
  guestName: z.string(),
  roomId: z.string(),
  roomNumber: z.string(),
  expiresAt: z.string(),
  createdAt: z.string(),
  /** The code opens the stay now. */
  isOpen: z.boolean(),
  phoneCount: z.int(),
});

export type ListedSession = z.infer<typeof listedSchema>;

/** One page of the codes that open something, or of those that do not any more, and one code more where there are more. */
export async function listSessions(
  client: AccountClient,
  placeId: string,
  { isOpen, after }: { isOpen: boolean; after: After | null },
): Promise<ListedSession[]> {
  const found = await client.query((db) =>
    db
      .rpc('list_guest_sessions', {
        property_id: placeId,
        is_open: isOpen,
        page_size: sessionsPerPage + 1,
        ...(after === null ? {} : { after_at: after.value, after_id: after.id }),
      })
      .overrideTypes<unknown[], { merge: false }>(),
  );
  return z.array(listedSchema).parse(found);
}

const sessionSchema = listedSchema.extend({
  version: z.string(),
  /** Its end by the clock of the place, as a form has it: `2026-11-29T11:00`. */
  endsAt: z.string(),
  phones: phonesSchema,
  history: stepsSchema,
});

export type Session = z.infer<typeof sessionSchema>;

/** One code of this place. One of another place of the same person is not found here. */
export async function getSession(client: AccountClient, placeId: string, id: string): Promise<Session> {
  const found = await client.query((db) =>
    db
      .rpc('read_guest_session', { property_id: placeId, session_id: id })
      .overrideTypes<Record<string, unknown>, { merge: false }>(),
  );
  return sessionSchema.parse(found);
}

/** When guests leave, by the clock of the place: `11:00`. */
export async function readCheckoutTime(client: AccountClient, placeId: string): Promise<string> {
  const found = await client.query((db) =>
    db.from('accom_properties').select('checkout_time').eq('id', placeId).single(),
  );
  return found.checkout_time.slice(0, 5);
}
