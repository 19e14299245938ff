import 'server-only';
import type { AccountClient } from '@/server/account-client';
import { type Lock, locksSchema } from '@/shell/stay/stay-schemas';

/** Who is locked out of the place by wrong answers, or of one of its rooms. */
export async function listLocks(client: AccountClient, placeId: string, roomId?: string): Promise<Lock[]> {
  const found = await client.query((db) =>
    db
      .rpc('list_locks', { property_id: placeId, ...(roomId === undefined ? {} : { room_id: roomId }) })
      .overrideTypes<unknown[], { merge: false }>(),
  );
  return locksSchema.parse(found);
}
