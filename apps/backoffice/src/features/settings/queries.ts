import 'server-only';
import { accessSettingsSchema, wifiZonesSchema } from '@gudbro/domain';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import { requireRow } from '@/server/require-row';

/** All settings of a place, with the version that a form sends back. */
export async function readSettings(client: AccountClient, placeId: string) {
  const found = await client.query((db) =>
    db
      .from('accom_properties')
      .select(
        `id, name, slug, type, address, timezone, country, currency, version:updated_at, shortCode:short_code,
           phone:contact_phone, whatsapp:contact_whatsapp, email:contact_email, checkin:checkin_time,
           checkout:checkout_time, fnbSlug:linked_fnb_slug, defaultLocale:default_locale, network:wifi_network,
           password:wifi_password, zones:wifi_zones, access:access_settings, arriveMinutes:orders_arrive_minutes,
           paid:orders_paid, slowMinutes:orders_slow_minutes, lateMinutes:orders_late_minutes,
            retentionDays:document_retention_days, documentFields:document_fields, imageReason:document_image_reason,
            isActive:is_active, isListed:is_listed`,
      )
      .eq('id', placeId)
      .maybeSingle(),
  );
  const row = requireRow(found);
  return {
    ...row,
    zones: wifiZonesSchema.parse(row.zones),
    access: accessSettingsSchema.parse(row.access),
    checkin: row.checkin.slice(0, 5),
    checkout: row.checkout.slice(0, 5),
  };
}

export type PlaceSettings = Awaited<ReturnType<typeof readSettings>>;

/** The rooms that have a network of their own, which guests there see in place of the place's. */
export async function listRoomNetworks(client: AccountClient, placeId: string) {
  return client.query((db) =>
    db
      .from('accom_rooms')
      .select('id, number:room_number, network:wifi_ssid')
      .eq('property_id', placeId)
      .not('wifi_ssid', 'is', null)
      .order('sort_order')
      .limit(200),
  );
}

const lastNamesSchema = z.object({
  guests: z.int(),
  commonNames: z.array(z.string()),
  rooms: z.int(),
  roomsOpened: z.int(),
  isEnough: z.boolean(),
  proposesPin: z.boolean(),
});

export type LastNames = z.infer<typeof lastNamesSchema>;

/** How many rooms would open to a stranger who tries the most common last names of this place's guests. */
export async function measureLastNames(client: AccountClient, placeId: string): Promise<LastNames> {
  const measured = await client.query((db) =>
    db
      .rpc('measure_last_names', { property_id: placeId })
      .overrideTypes<Record<string, unknown>, { merge: false }>(),
  );
  return lastNamesSchema.parse(measured);
}

/** What closing a place would meet: the guests who are in house, and those who are still to come. */
export async function countStays(client: AccountClient, placeId: string) {
  const found = await client.query((db) =>
    db
      .from('accom_properties')
      .select('inHouse:accom_bookings(count), toCome:accom_bookings(count)')
      .eq('id', placeId)
      .eq('inHouse.status', 'checked_in')
      .in('toCome.status', ['confirmed', 'pending'])
      .maybeSingle(),
  );
  const { inHouse, toCome } = requireRow(found);
  return { inHouse: inHouse[0]?.count ?? 0, toCome: toCome[0]?.count ?? 0 };
}
