import 'server-only';
import type { WifiCredentials } from '@gudbro/domain';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';

/** The open walk of a place, or the last one. */
export async function findLastWalk(client: AccountClient, placeId: string) {
  return client.query((db) =>
    db
      .from('walks')
      .select('id, startedAt:started_at, finishedAt:finished_at')
      .eq('property_id', placeId)
      .order('finished_at', { ascending: false, nullsFirst: true })
      .limit(1)
      .maybeSingle(),
  );
}

const walkSchema = z.object({
  total: z.int(),
  seen: z.int(),
  missing: z.array(z.string()),
  found: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['room', 'wifi']),
      code: z.string(),
      verdict: z.enum(['dead', 'foreign']),
      roomNumber: z.string().nullable(),
    }),
  ),
});

export type WalkState = z.infer<typeof walkSchema>;

export async function readWalk(client: AccountClient, walkId: string): Promise<WalkState> {
  const walk = await client.query((db) =>
    db.rpc('read_walk', { walk_id: walkId }).overrideTypes<unknown, { merge: false }>(),
  );
  return walkSchema.parse(walk);
}

const verdictSchema = z.object({
  verdict: z.enum(['current', 'dead', 'foreign']),
  isNew: z.boolean(),
  roomNumber: z.string().nullable(),
});

export async function scanOnWalk(
  client: AccountClient,
  { walkId, code, isOurs }: { walkId: string; code: string; isOurs: boolean },
) {
  const verdict = await client.query((db) =>
    db
      .rpc('scan_on_walk', { walk_id: walkId, code, is_ours: isOurs })
      .overrideTypes<unknown, { merge: false }>(),
  );
  return verdictSchema.parse(verdict);
}

/** What a WiFi card is. The names and passwords of before are compared as well. */
export async function scanWifiOnWalk(
  client: AccountClient,
  { walkId, network, password }: WifiCredentials & { walkId: string },
) {
  const args = { walk_id: walkId, network, ...(password === null ? {} : { password }) };
  const verdict = await client.query((db) =>
    db.rpc('scan_wifi_on_walk', args).overrideTypes<unknown, { merge: false }>(),
  );
  return verdictSchema.parse(verdict);
}

/** The sign of the place itself was seen. */
export async function seePlaceSignOnWalk(client: AccountClient, walkId: string): Promise<void> {
  await client.query((db) => db.rpc('see_place_sign_on_walk', { walk_id: walkId }));
}

/** The code for which an old link was printed, which names place and room by id. Null: there is no such link of this place. */
export async function findOldLinkCode(client: AccountClient, placeId: string, roomId: string) {
  const room = await client.query((db) =>
    db
      .from('accom_rooms')
      .select('code:old_link_code')
      .eq('property_id', placeId)
      .eq('id', roomId)
      .maybeSingle(),
  );
  return room?.code ?? null;
}
