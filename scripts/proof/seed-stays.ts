import type { BuiltProduct } from './start-built-product.ts';

/** A guest's stay, and what only this guest may read: the canary is in the name, the WiFi and the texts that the guest sends. */
export type SeededStay = {
  canary: string;
  roomCode: string;
  bookingCode: string;
  lastName: string;
  /** As a proxy of ours would forward it, so that limits by address count each guest alone. */
  address: string;
  /** Its last day is today by the place's clock. */
  leavesToday: boolean;
};

/** The stays, and the items of the catalogue, each of which can be ordered at any hour. */
export type SeededProperty = { stays: readonly SeededStay[]; itemIds: readonly string[] };

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Every tenth guest leaves today; the others stay for the days that a proof may pass over. */
export function describeStays(count: number): SeededStay[] {
  return Array.from({ length: count }, (_, index) => {
    const canary = `Canary${String(index).padStart(5, '0')}`;
    return {
      canary,
      roomCode: `RM-${spellNumber(index, 8)}`,
      bookingCode: `BK-${spellNumber(index, 6)}`,
      lastName: canary,
      address: `10.${Math.floor(index / 62_500) + 1}.${Math.floor(index / 250) % 250}.${(index % 250) + 1}`,
      leavesToday: index % 10 === 9,
    };
  });
}

/** Makes a different code of each number. Since the factor is odd, no two numbers get the same code. */
function spellNumber(number: number, length: number): string {
  const limit = 32 ** length;
  let rest = Number((BigInt(number + 1) * 387_420_489n) % BigInt(limit));
  let text = '';
  for (let digit = 0; digit < length; digit += 1) {
    text += alphabet[rest % 32];
    rest = Math.floor(rest / 32);
  }
  return text;
}

const insertProperty = `
  with owner as (
    insert into public.accounts (email) values ('proof@example.com') returning id
  ), property as (
    insert into public.accom_properties (owner_id, slug, short_code, name, type, timezone, country, currency, access_settings)
    select id, 'proof-house', 'PRF', 'Proof House', 'hotel', 'Asia/Ho_Chi_Minh', 'VN', 'VND',
      private.default_access_settings('hotel', 'VN') || '{"verification_method": "last_name"}'
    from owner returning id
  ), category as (
    insert into public.accom_service_categories (property_id, name) select id, 'Drinks' from property returning id, property_id
  )
  insert into public.accom_service_items (property_id, category_id, name, price, max_quantity)
  select property_id, id, name, price, 20 from category, (values ('Water', 15000), ('Lager', 30000)) as item (name, price)
  returning id`;

const insertStays = `
  with stay as (
    select * from jsonb_to_recordset($1::text::jsonb)
      as s (canary text, "roomCode" text, "bookingCode" text, "lastName" text, "leavesToday" boolean)
  ), room as (
    insert into public.accom_rooms (property_id, room_number, room_code, wifi_ssid, wifi_password)
    select p.id, stay.canary, stay."roomCode", stay.canary, stay.canary || 'secret'
    from stay, public.accom_properties p where p.slug = 'proof-house'
    returning id, property_id, room_code
  )
  insert into public.accom_bookings
    (property_id, room_id, booking_code, guest_name, guest_last_name, check_in_date, check_out_date)
  select room.property_id, room.id, stay."bookingCode", stay.canary || ' Guest', stay."lastName", today - 1,
    today + case when stay."leavesToday" then 0 else 14 end
  from stay join room on room.room_code = stay."roomCode",
    (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as today) as calendar`;

/** Makes a property with so many rooms, and a guest in each. */
export async function seedStays({ sql }: BuiltProduct, count: number): Promise<SeededProperty> {
  const stays = describeStays(count);
  const items = await sql.unsafe<{ id: string }[]>(insertProperty);
  await sql.unsafe(insertStays, [JSON.stringify(stays)]);
  return { stays, itemIds: items.map(({ id }) => id) };
}
