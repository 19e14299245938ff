import 'server-only';
import type { AccountClient } from './account-client';

/** The pulse of a place as JSON: when somebody last changed something there, and what waits for a hand. */
export async function readPulse(client: AccountClient, placeId: string): Promise<string> {
  const pulse = await client.query((db) =>
    db.rpc('desk_pulse', { property_id: placeId }).overrideTypes<unknown, { merge: false }>(),
  );
  return JSON.stringify(pulse);
}
