import 'server-only';
import type { AccountClient } from '@/server/account-client';
import type { Place } from '@/server/place';
import type { Entry } from './queries';

/** The screens of things, by table, as parts of the place's address. All are open to whoever reads the history. */
const screens = {
  accom_rooms: 'rooms/{id}',
  accom_bookings: 'bookings/{id}',
  guest_sessions: 'sessions/{id}',
  accom_room_types: 'types/{id}',
  accom_service_orders: 'orders/{id}',
  incidents: 'reports/{id}',
  accom_service_categories: 'catalogue/categories/{id}',
  accom_service_items: 'catalogue/{id}',
  accom_local_deals: 'deals/{id}',
  accom_useful_numbers: 'numbers/{id}',
  areas: 'areas/{id}',
  pictures: 'pictures/{id}',
  print_jobs: 'sheets/register',
  signs: 'sheets/register/{id}',
  walks: 'sheets/walk',
  invitations: 'members',
  property_members: 'members/{id}',
  jobs: 'settings/failed-messages',
} as const;

/** Where the thing of an entry is shown, or null where it has no screen or is gone. */
export async function findThingPath(
  client: AccountClient,
  place: Pick<Place, 'id' | 'slug' | 'seesDocuments'>,
  { table, rowId }: Pick<Entry, 'table' | 'rowId'>,
): Promise<string | null> {
  const base = `/p/${place.slug}`;
  if (table === 'accom_properties') {
    return `${base}/settings`;
  }
  if (rowId === null) {
    return null;
  }
  if (table === 'accom_guest_documents') {
    // No select is granted on it, and opening it would be a look at it. Its screen says where it is gone.
    return place.seesDocuments ? `${base}/documents/${rowId}` : null;
  }
  if (table === 'accom_room_type_seasons') {
    const season = await client.query((db) =>
      db.from(table).select('room_type_id').eq('property_id', place.id).eq('id', rowId).maybeSingle(),
    );
    return season === null ? null : `${base}/types/${season.room_type_id}/seasons/${rowId}`;
  }
  if (table === 'room_states' || table === 'room_blocks') {
    const ofRoom = await client.query((db) =>
      db.from(table).select('room_id').eq('property_id', place.id).eq('id', rowId).maybeSingle(),
    );
    return ofRoom === null ? null : `${base}/rooms/${ofRoom.room_id}`;
  }
  if (!hasScreen(table)) {
    return null;
  }
  const thing = await client.query((db) =>
    db.from(table).select('id').eq('property_id', place.id).eq('id', rowId).maybeSingle(),
  );
  return thing === null ? null : `${base}/${screens[table].replace('{id}', rowId)}`;
}

function hasScreen(table: string): table is keyof typeof screens {
  return Object.hasOwn(screens, table);
}
