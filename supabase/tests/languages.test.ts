import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  callAsStaysServer,
  getOwnStay,
  makeClient,
  type Outcome,
  openSession,
  resolveRoom,
  verifyBooking,
  verifyRoom,
} from './support/guest-calls.ts';
import { makeArea, makeCategory, makeDeal, makeItem, makeNumber } from './support/make-content.ts';
import {
  type Booking,
  makeBooking,
  makeProperty,
  makeRoom,
  makeSession,
  type Property,
  type Room,
} from './support/make-property.ts';
import { makeRoomType } from './support/make-room-type.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { placeOrder, type Subject, subjectOfBooking } from './support/order-calls.ts';

/** A text in the property's own language, and its translation into German. */
const own = (name: string) => `${name} (own)`;
const german = (name: string) => `${name} (de)`;

/** Columns with these texts, and translations under the keys that guests read. */
function inBoth(columns: Record<string, string>): Record<string, unknown> {
  const texts = Object.entries(columns);
  return {
    ...Object.fromEntries(texts.map(([column]) => [column, own(column)])),
    translations: { de: Object.fromEntries(texts.map(([column, key]) => [key, german(column)])) },
  };
}

const zone = (name: string) => ({
  name: own(name),
  network: name,
  translations: { de: { name: german(name) } },
});

async function makeTranslatedProperty(database: TestDatabase): Promise<{ property: Property; room: Room }> {
  const { translations, ...texts } = inBoth({
    name: 'name',
    description: 'description',
    address: 'address',
  }) as { translations: { de: object } }; // as inBoth made it
  const property = await makeProperty(database, {
    ...texts,
    house_rules: [own('rule')],
    amenities: [own('amenity')],
    wifi_zones: [zone('zone one'), zone('zone two')],
    translations: {
      de: { ...translations.de, houseRules: [german('rule')], amenities: [german('amenity')] },
    },
  });
  const type = await makeRoomType(database, property, inBoth({ name: 'name', description: 'description' }));
  const room = await makeRoom(database, property, { room_type_id: type.id });
  const category = await makeCategory(
    database,
    property,
    inBoth({ name: 'name', description: 'description' }),
  );
  await makeItem(database, category, inBoth({ name: 'name', description: 'description' }));
  const deal = { title: 'title', description: 'description', discount: 'discount' };
  await makeDeal(database, property, inBoth(deal));
  await makeNumber(database, property, inBoth({ category: 'category', label: 'label' }));
  await makeArea(database, property, inBoth({ name: 'name' }));
  return { property, room };
}

type Text = (name: string) => string;

const propertyIn = (text: Text) => ({
  name: text('name'),
  description: text('description'),
  address: text('address'),
  houseRules: [text('rule')],
  amenities: [text('amenity')],
});

const stayIn = (text: Text) => ({
  property: propertyIn(text),
  room: { type: text('name') },
  wifi: { primary: { label: text('zone one') }, zones: [{ label: text('zone two') }] },
  services: {
    categories: [
      {
        name: text('name'),
        description: text('description'),
        items: [{ name: text('name'), description: text('description') }],
      },
    ],
  },
  deals: [{ title: text('title'), description: text('description'), discount: text('discount') }],
  numbers: [{ category: text('category'), label: text('label') }],
});

onNativePostgres('translated texts of a property', {}, (database) => {
  let property: Property;
  let room: Room;
  let booking: Booking;
  let guest: Subject;
  beforeAll(async () => {
    ({ property, room } = await makeTranslatedProperty(database()));
    booking = await makeBooking(database(), room);
    guest = subjectOfBooking(booking);
  });

  const call = (name: string, values: unknown[]): Promise<Outcome> =>
    callAsStaysServer(database(), `public.${name}`, values);

  describe.each([
    ['in the language of the reader', 'de', german],
    ['in the property’s own language, where there is no translation', 'fr', own],
  ] as const)('read %s', (where, locale, text) => {
    it(`every text of a scanned room is ${where}`, async () => {
      expect(await resolveRoom(database(), room.room_code, makeClient(), true, locale)).toMatchObject(
        stayIn(text),
      );
    });

    it(`the outcomes of all three verifications are ${where}`, async () => {
      const greeting = { property: propertyIn(text), room: { type: text('name') } };
      const byRoom = await verifyRoom(
        database(),
        room.room_code,
        { lastName: 'Johnson' },
        makeClient(),
        locale,
      );
      expect(byRoom).toMatchObject(greeting);
      const byBooking = await verifyBooking(
        database(),
        booking.booking_code,
        'Johnson',
        makeClient(),
        locale,
      );
      expect(byBooking).toMatchObject(greeting);
      const { access_code } = await makeSession(database(), room);
      expect(await openSession(database(), access_code, makeClient(), locale)).toMatchObject(greeting);
    });

    it(`every text of the own stay is ${where}`, async () => {
      expect(await getOwnStay(database(), guest, locale)).toMatchObject(stayIn(text));
    });

    it(`the property’s page and its free rooms are ${where}`, async () => {
      const page = await call('get_property_page($1, $2, $3)', [property.slug, makeClient(), locale]);
      expect(page).toMatchObject({
        property: propertyIn(text),
        rooms: [{ roomType: text('name'), description: text('description') }],
      });
      const offers = await call(
        "get_availability($1, (now() at time zone 'Asia/Ho_Chi_Minh')::date + 30, (now() at time zone 'Asia/Ho_Chi_Minh')::date + 31, 1, $2, $3)",
        [property.slug, makeClient(), locale],
      );
      expect(offers).toMatchObject({ options: [{ roomType: text('name') }] });
    });

    it(`the areas that a report can name are ${where}`, async () => {
      expect(await call('list_own_incidents($1::jsonb, $2)', [guest, locale])).toMatchObject({
        areas: [{ name: text('name') }],
      });
    });

    it(`the items of an order are ${where} when it is placed, listed and cancelled`, async () => {
      const [item] = await database().sql<{ id: string }>(
        'select id from public.accom_service_items where property_id = $1',
        [property.id],
      );
      const order = { items: [{ name: text('name') }] };
      const placed = await call('place_service_order($1::jsonb, $2, $3::jsonb, $4, $5, $6)', [
        guest,
        crypto.randomUUID(),
        [{ itemId: item?.id, quantity: 1 }],
        '',
        null,
        locale,
      ]);
      expect(placed).toMatchObject({ order });
      const { id } = placed['order'] as { id: string }; // as the outcome above has it
      expect(await call('list_own_orders($1::jsonb, $2, $3)', [guest, id, locale])).toMatchObject({
        orders: [order],
      });
      expect(await call('cancel_service_order($1::jsonb, $2, $3)', [guest, id, locale])).toMatchObject({
        order,
      });
    });
  });

  it('a property that hides its pages shows its translated name to a browse scan', async () => {
    const hidden = await makeProperty(
      database(),
      { ...inBoth({ name: 'name' }) },
      { browse_requires_verification: true },
    );
    const { room_code: code } = await makeRoom(database(), hidden);
    expect(await resolveRoom(database(), code, makeClient(), true, 'de')).toEqual({
      ok: false,
      error: 'verification_required',
      method: 'last_name',
      property: { name: german('name'), slug: expect.any(String), contactPhone: null, contactWhatsapp: null },
    });
  });

  it('an order shows the name it was placed with when the item has been renamed since', async () => {
    const category = await makeCategory(database(), property);
    const item = await makeItem(database(), category, inBoth({ name: 'name' }));
    const { order } = await placeOrder(database(), guest, { items: [{ itemId: item.id, quantity: 1 }] });
    await database().sql("update public.accom_service_items set name = 'Other' where id = $1", [item.id]);
    expect(await call('list_own_orders($1::jsonb, $2, $3)', [guest, order?.id, 'de'])).toMatchObject({
      orders: [{ items: [{ name: own('name') }] }],
    });
  });
});

/** The columns of the demo, by table, of which every text must be translated, with their keys in translations. */
const translatedColumns: Record<string, Record<string, string>> = {
  accom_properties: { description: 'description', house_rules: 'houseRules', amenities: 'amenities' },
  accom_room_types: { name: 'name', description: 'description' },
  accom_room_type_seasons: { name: 'name' },
  accom_service_categories: { name: 'name', description: 'description' },
  accom_service_items: { name: 'name', description: 'description' },
  accom_local_deals: { title: 'title', description: 'description', discount: 'discount' },
  accom_useful_numbers: { category: 'category', label: 'label' },
  areas: { name: 'name' },
};

/** Proper names, which have no translation. */
const names = ['Carmen'];

onNativePostgres('the demo', { seed: true }, (database) => {
  const languages = ['vi', 'it', 'es', 'fr', 'de', 'ja', 'zh'];

  it.each(Object.entries(translatedColumns))(
    'each demo text in %s is translated into all languages',
    async (table, columns) => {
      const rows = await database().sql<Record<string, unknown>>(
        `select to_jsonb(t) as row from public.${table} t`,
      );
      const missing = rows.flatMap((found) => {
        const row = found['row'] as Record<string, unknown> & { translations: Record<string, object> }; // to_jsonb
        return Object.entries(columns)
          .filter(([column]) => row[column] && !names.includes(String(row[column])))
          .flatMap(([column, key]) =>
            languages
              .filter((language) => !Object.hasOwn(row.translations[language] ?? {}, key))
              .map((language) => `${language}: ${String(row[column])}`),
          );
      });
      expect(rows.length).toBeGreaterThan(4);
      expect(missing).toEqual([]);
    },
  );

  it('the demo has as many rules and amenities in each language as in the property’s own', async () => {
    const rows = await database().sql(
      `select p.slug, t.locale from public.accom_properties p, jsonb_each(p.translations) t (locale, texts)
       where jsonb_array_length(t.texts -> 'houseRules') <> cardinality(p.house_rules)
         or jsonb_array_length(t.texts -> 'amenities') <> cardinality(p.amenities)`,
    );
    expect(rows).toEqual([]);
  });

  it('each WiFi zone of the demo is named in all languages', async () => {
    const rows = await database().sql<{ locales: string[] }>(
      `select array(select jsonb_object_keys(z.zone -> 'translations') order by 1) as locales
       from public.accom_properties p, jsonb_array_elements(p.wifi_zones) z (zone)`,
    );
    expect(rows).toEqual(Array(3).fill({ locales: [...languages].sort() }));
  });
});
