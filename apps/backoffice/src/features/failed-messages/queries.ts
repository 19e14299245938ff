import 'server-only';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';

const failedMessageSchema = z.object({
  id: z.string(),
  kind: z.string(),
  failedAt: z.string(),
  attempts: z.int(),
  /** A code. */
  error: z.string().nullable(),
  /** With what status the server refused. */
  status: z.int().nullable(),
  booking: z.object({ id: z.string(), code: z.string(), guestName: z.string() }).nullable(),
  /** For whom, in the inviter's words. */
  invitation: z.object({ id: z.string(), note: z.string() }).nullable(),
});

export type FailedMessage = z.infer<typeof failedMessageSchema>;

/** What could not be sent for this place, the newest hundred. SQL gives it to managers alone. */
export async function listFailedMessages(client: AccountClient, placeId: string): Promise<FailedMessage[]> {
  const found = await client.query((db) =>
    db.rpc('list_failed_jobs', { property_id: placeId }).overrideTypes<unknown[], { merge: false }>(),
  );
  return z.array(failedMessageSchema).parse(found);
}
