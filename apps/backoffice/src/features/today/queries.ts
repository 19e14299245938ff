import 'server-only';
import type { AccountClient } from '@/server/account-client';
import type { Place } from '@/server/place';

/** What a place has of what its guests look for. */
export async function readSetUp(client: AccountClient, place: Place) {
  const [property] = await client.query((db) =>
    db
      .from('accom_properties')
      .select(
        `wifi:wifi_network, zones:wifi_zones, rules:house_rules, phone:contact_phone, whatsapp:contact_whatsapp,
         rooms:accom_rooms!accom_rooms_property_id_fkey(count), numbers:accom_useful_numbers(count),
         items:accom_service_items(count), signs(count)`,
      )
      .eq('id', place.id)
      .limit(1),
  );
  return {
    rooms: countOf(property?.rooms) > 0,
    wifi: property?.wifi != null || (Array.isArray(property?.zones) && property.zones.length > 0),
    signs: countOf(property?.signs) > 0,
    contact: property?.phone != null || property?.whatsapp != null,
    rules: (property?.rules.length ?? 0) > 0,
    services: countOf(property?.items) > 0,
    numbers: countOf(property?.numbers) > 0,
  };
}

function countOf(rows: { count: number }[] | undefined): number {
  return rows?.[0]?.count ?? 0;
}

export type SetUp = Awaited<ReturnType<typeof readSetUp>>;
