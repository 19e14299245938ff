import 'server-only';
import type { AccountClient } from './account-client';
import { changedMeanwhile } from './changed-meanwhile';

/** The tables whose rows are removed by a button of their form. */
type Table =
  | 'accom_local_deals'
  | 'accom_room_type_seasons'
  | 'accom_room_types'
  | 'accom_rooms'
  | 'accom_service_categories'
  | 'accom_service_items'
  | 'accom_useful_numbers'
  | 'areas';

type Removal = { table: Table; placeId: string; id: string; version: string };

/** Removes a row of a place, unless somebody else has changed it since it was read: whoever removes it has not seen that. */
export async function removeRow(
  client: AccountClient,
  { table, placeId, id, version }: Removal,
): Promise<void> {
  const removed = await client.query((db) =>
    db
      .from(table)
      .delete()
      .eq('property_id', placeId)
      .eq('id', id)
      .eq('updated_at', version)
      .select('id')
      .maybeSingle(),
  );
  if (removed === null) {
    throw changedMeanwhile(
      await client.query((db) =>
        db.from(table).select('version:updated_at').eq('property_id', placeId).eq('id', id).maybeSingle(),
      ),
    );
  }
}
