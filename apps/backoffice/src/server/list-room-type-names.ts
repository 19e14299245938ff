import 'server-only';
import type { AccountClient } from './account-client';

export type RoomTypeName = { id: string; name: string };

/** The room types of a place by name, in the owner's order: what a room can be, and by what a list is narrowed. */
export async function listRoomTypeNames(client: AccountClient, placeId: string): Promise<RoomTypeName[]> {
  return client.query((db) =>
    db
      .from('accom_room_types')
      .select('id, name')
      .eq('property_id', placeId)
      .order('sort_order')
      .order('id')
      .limit(500),
  );
}
