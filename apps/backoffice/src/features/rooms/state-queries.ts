import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import { roomStateSchema } from './room-state';

/** The rooms that have to be cleaned, as `list_rooms_to_clean` and `read_guests_of_today` return them. */
export const roomsToCleanSchema = z.array(
  z.object({
    stateId: z.string(),
    number: z.string(),
    floor: z.string().nullable(),
    type: z.string().nullable(),
    state: roomStateSchema,
    dirtyBeds: z.array(z.string()),
    /** The next guest is here already, or comes today. */
    guest: z.enum(['waits', 'comes']).nullable(),
    /** Somebody is checked in there. */
    isOccupied: z.boolean(),
  }),
);

export type RoomToClean = z.infer<typeof roomsToCleanSchema>[number];

export async function listRoomsToClean(client: AccountClient, placeId: string): Promise<RoomToClean[]> {
  const found = await client.query((db) =>
    db.rpc('list_rooms_to_clean', { property_id: placeId }).overrideTypes<unknown[], { merge: false }>(),
  );
  return roomsToCleanSchema.parse(found);
}

/** The state of one room, for the desk. */
export async function getRoomState(client: AccountClient, placeId: string, roomId: string) {
  const found = await client.query((db) =>
    db
      .from('room_states')
      .select('stateId:id, state, dirtyBeds:dirty_beds')
      .eq('property_id', placeId)
      .eq('room_id', roomId)
      .maybeSingle(),
  );
  if (found === null) {
    throw new ApiError('not_found');
  }
  return found;
}
