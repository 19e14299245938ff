import 'server-only';
import type { AccountClient } from '@/server/account-client';
import type { Place } from '@/server/place';

/** What a place has of what its guests look for, and which step of its set-up is next. */
export async function readSetUp(client: AccountClient, place: Pick<Place, 'id'>) {
  // `unsigned` is a room in use that no whole sign opens: none was printed, or it is torn, removed, or has a replaced code.
  const [property] = await client.query((db) =>
    db
      .from('accom_properties')
      .select(
        `wifi:wifi_network, zones:wifi_zones, rules:house_rules, phone:contact_phone, whatsapp:contact_whatsapp,
         setupStep:setup_step, rooms:accom_rooms!accom_rooms_property_id_fkey(count), numbers:accom_useful_numbers(count),
         items:accom_service_items(count), unsigned:accom_rooms!accom_rooms_property_id_fkey(id, signs!signs_room())`,
      )
      .eq('id', place.id)
      .eq('unsigned.is_active', true)
      .is('unsigned.signs.died_at', null)
      .is('unsigned.signs.removed_at', null)
      .is('unsigned.signs.torn_at', null)
      .is('unsigned.signs', null)
      .limit(1, { referencedTable: 'unsigned' })
      .limit(1),
  );
  return {
    setupStep: property?.setupStep ?? null,
    rooms: countOf(property?.rooms) > 0,
    wifi: property?.wifi != null || (Array.isArray(property?.zones) && property.zones.length > 0),
    signs: countOf(property?.rooms) > 0 && property?.unsigned.length === 0,
    contact: property?.phone != null || property?.whatsapp != null,
    rules: (property?.rules.length ?? 0) > 0,
    services: countOf(property?.items) > 0,
    numbers: countOf(property?.numbers) > 0,
  };
}

function countOf(rows: { count: number }[] | undefined): number {
  return rows?.[0]?.count ?? 0;
}

export type SetUp = Omit<Awaited<ReturnType<typeof readSetUp>>, 'setupStep'>;
