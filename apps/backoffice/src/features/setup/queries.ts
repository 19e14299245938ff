import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { accessSettingsSchema } from '@gudbro/domain';
import type { AccountClient } from '@/server/account-client';

const columns = `id, slug, name, type, country, timezone, currency, setupStep:setup_step, version:updated_at,
  defaultLocale:default_locale, accessSettings:access_settings, ordersPaid:orders_paid, wifiNetwork:wifi_network,
  wifiPassword:wifi_password, houseRules:house_rules, translations, shortCode:short_code`;

/** The place of this address, for a manager or the owner. A place of others is one that does not exist. */
export async function getSetupPlace(client: AccountClient, accountId: string, slug: string) {
  const member = await client.query((db) =>
    db
      .from('property_members')
      .select(`role, place:accom_properties!inner(${columns})`)
      .eq('account_id', accountId)
      .eq('accom_properties.slug', slug)
      .maybeSingle(),
  );
  if (member === null) {
    throw new ApiError('not_found');
  }
  if (member.role !== 'owner' && member.role !== 'manager') {
    throw new ApiError('forbidden');
  }
  return { ...member.place, accessSettings: accessSettingsSchema.parse(member.place.accessSettings) };
}

export type SetupPlace = Awaited<ReturnType<typeof getSetupPlace>>;

export type FixedSettings = { country: boolean; currency: boolean };

/** Whether the country and the currency of the place can no longer be changed: it has guests, or prices. */
export async function readFixedSettings(client: AccountClient, placeId: string): Promise<FixedSettings> {
  const fixed = await client.query((db) => db.rpc('list_fixed_settings', { property_id: placeId }));
  return { country: fixed.includes('country'), currency: fixed.includes('currency') };
}

/** How many rooms the place has, and the code of the first. */
export async function readRooms(client: AccountClient, placeId: string) {
  const rooms = await client.query((db) =>
    db
      .from('accom_rooms')
      .select('number:room_number, code:room_code, beds')
      .eq('property_id', placeId)
      .order('room_number')
      .limit(1000),
  );
  return rooms;
}

/** What guests of the place read already, so that nothing is offered twice. */
export async function readContent(client: AccountClient, placeId: string) {
  const [items, numbers] = await Promise.all([
    client.query((db) =>
      db.from('accom_service_items').select('name').eq('property_id', placeId).limit(1000),
    ),
    client.query((db) =>
      db.from('accom_useful_numbers').select('phone').eq('property_id', placeId).limit(1000),
    ),
  ]);
  return {
    itemNames: new Set(items.map(({ name }) => name)),
    phones: new Set(numbers.map(({ phone }) => phone)),
  };
}
