import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { insertRow, makeProperty, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, signUpMember } from './support/people.ts';

const call = `select public.save_country(
  $1, (select updated_at from public.accom_properties where id = $1), $2, 'Asia/Bangkok', $3, $4,
  (select access_settings from public.accom_properties where id = $1), 3
)`;

/** Rows that fix the country or the currency of a place, by what they are. */
const rowsThatFix: Record<string, (database: TestDatabase, place: Property) => Promise<unknown>> = {
  'a price in the catalogue': async (database, place) => {
    const category = await insertRow<{ id: string }>(database, 'accom_service_categories', {
      property_id: place.id,
      name: 'Breakfast',
    });
    await insertRow(database, 'accom_service_items', {
      property_id: place.id,
      category_id: category.id,
      name: 'Phở',
      price: 60000,
    });
  },
  'a price of a room type': (database, place) =>
    insertRow(database, 'accom_room_types', { property_id: place.id, name: 'Double', price: 500000 }),
  'a season': async (database, place) => {
    const type = await insertRow<{ id: string }>(database, 'accom_room_types', {
      property_id: place.id,
      name: 'Double',
    });
    await insertRow(database, 'accom_room_type_seasons', {
      property_id: place.id,
      room_type_id: type.id,
      name: 'Tết',
      first_night: '2030-01-30',
      last_night: '2030-02-08',
      price: 900000,
    });
  },
  'a booking with a price': async (database, place) => {
    const booking = await makeBooking(database, place);
    await insertRow(database, 'accom_booking_prices', {
      property_id: place.id,
      booking_id: booking.id,
      total: 500000,
      currency: 'VND',
      nights: '[]',
    });
  },
  'an order': async (database, place) => {
    const booking = await makeBooking(database, place);
    await insertRow(database, 'accom_service_orders', {
      property_id: place.id,
      room_id: booking.room_id,
      booking_id: booking.id,
      total: 60000,
      currency: 'VND',
    });
  },
};

async function makeBooking(database: TestDatabase, place: Property) {
  const room = await insertRow<{ id: string }>(database, 'accom_rooms', {
    property_id: place.id,
    room_number: '101',
  });
  return insertRow<{ id: string; room_id: string }>(database, 'accom_bookings', {
    property_id: place.id,
    room_id: room.id,
    guest_name: 'Ana Silva',
    guest_last_name: 'Silva',
    check_in_date: '2030-01-01',
    check_out_date: '2030-01-02',
    status: 'confirmed',
  });
}

onNativePostgres('the country, the currency and the language of a place', {}, (database) => {
  const save = (person: Person, place: Property, country = 'TH', currency = 'THB', locale = 'en') =>
    queryAs(database(), person, call, [place.id, country, currency, locale]);
  const read = async (place: Property) => {
    const [row] = await database().sql(
      'select country, currency, default_locale, timezone, setup_step from public.accom_properties where id = $1',
      [place.id],
    );
    return row;
  };
  const listFixed = async (person: Person, place: Property) => {
    const [row] = await queryAs<{ fixed: string[] }>(
      database(),
      person,
      'select public.list_fixed_settings($1) as fixed',
      [place.id],
    );
    return row?.fixed;
  };

  it('a place without prices and guests takes another country, and its texts change with its language', async () => {
    const place = await makeProperty(database(), {
      default_locale: 'en',
      house_rules: ['No smoking.'],
      translations: { vi: { houseRules: ['Không hút thuốc.'] } },
    });
    const manager = await signUpMember(database(), place.id, 'manager');
    expect(await listFixed(manager, place)).toEqual([]);
    await save(manager, place, 'TH', 'THB', 'vi');
    expect(await read(place)).toEqual({
      country: 'TH',
      currency: 'THB',
      default_locale: 'vi',
      timezone: 'Asia/Bangkok',
      setup_step: 3,
    });
    const [texts] = await database().sql(
      'select house_rules, translations from public.accom_properties where id = $1',
      [place.id],
    );
    expect(texts).toEqual({
      house_rules: ['Không hút thuốc.'],
      translations: { en: { houseRules: ['No smoking.'] } },
    });
  });

  it.each(Object.keys(rowsThatFix))('%s fixes the currency, whoever asks and however', async (what) => {
    const place = await makeProperty(database());
    await rowsThatFix[what]?.(database(), place);
    const reason = { code: 'PT409', message: 'conflict', detail: { reason: 'currency_is_fixed' } };
    for (const role of ['owner', 'manager'] as const) {
      const person = await signUpMember(database(), place.id, role);
      expect(await listFixed(person, place)).toContain('currency');
      expect(await catchDatabaseError(save(person, place, 'VN', 'THB'))).toEqual(reason);
      const written = queryAs(
        database(),
        person,
        "update public.accom_properties set currency = 'THB' where id = $1",
        [place.id],
      );
      expect(await catchDatabaseError(written)).toEqual(reason);
      await save(person, place, 'VN', 'VND');
    }
    expect(await read(place)).toMatchObject({ currency: 'VND', timezone: 'Asia/Bangkok' });
  });

  it('a guest fixes the country, and not the currency while nothing has a price', async () => {
    const place = await makeProperty(database());
    await makeBooking(database(), place);
    const owner = await signUpMember(database(), place.id, 'owner');
    expect(await listFixed(owner, place)).toEqual(['country']);
    expect(await catchDatabaseError(save(owner, place, 'TH', 'VND'))).toEqual({
      code: 'PT409',
      message: 'conflict',
      detail: { reason: 'country_is_fixed' },
    });
    await save(owner, place, 'VN', 'USD');
    expect(await read(place)).toMatchObject({ country: 'VN', currency: 'USD' });
  });

  it('an access code fixes the country, unless nobody has said it yet', async () => {
    const place = await makeProperty(database());
    const unknown = await makeProperty(database(), { country: 'ZZ' });
    for (const one of [place, unknown]) {
      const room = await insertRow<{ id: string }>(database(), 'accom_rooms', {
        property_id: one.id,
        room_number: '1',
      });
      await insertRow(database(), 'guest_sessions', {
        property_id: one.id,
        room_id: room.id,
        expires_at: '2030-01-01',
      });
    }
    expect(await listFixed(await signUpMember(database(), place.id, 'owner'), place)).toEqual(['country']);
    const owner = await signUpMember(database(), unknown.id, 'owner');
    expect(await listFixed(owner, unknown)).toEqual([]);
    await save(owner, unknown);
    expect(await read(unknown)).toMatchObject({ country: 'TH' });
  });

  it('an item that costs nothing fixes nothing', async () => {
    const place = await makeProperty(database());
    const category = await insertRow<{ id: string }>(database(), 'accom_service_categories', {
      property_id: place.id,
      name: 'Towels',
    });
    await insertRow(database(), 'accom_service_items', {
      property_id: place.id,
      category_id: category.id,
      name: 'Towels',
      price: 0,
    });
    await save(await signUpMember(database(), place.id, 'manager'), place);
    expect(await read(place)).toMatchObject({ currency: 'THB' });
  });

  it('a place that somebody changed since it was read is not written', async () => {
    const place = await makeProperty(database());
    const owner = await signUpMember(database(), place.id, 'owner');
    const stale = queryAs(
      database(),
      owner,
      call.replace('(select updated_at', "(select updated_at - interval '1 second'"),
      [place.id, 'TH', 'THB', 'vi'],
    );
    expect(await catchDatabaseError(stale)).toEqual({
      code: 'PT409',
      message: 'conflict',
      detail: { reason: 'changed_meanwhile' },
    });
    expect(await read(place)).toMatchObject({ country: 'VN', default_locale: 'en' });
  });

  it.each(['staff', 'housekeeper'] as const)('%s saves no country and reads nothing of it', async (role) => {
    const place = await makeProperty(database());
    const person = await signUpMember(database(), place.id, role);
    expect(await catchDatabaseError(save(person, place))).toMatchObject({ code: 'PT403' });
    expect(await catchDatabaseError(listFixed(person, place))).toMatchObject({ code: 'PT403' });
  });

  it('the owner of another place is told that there is none', async () => {
    const place = await makeProperty(database());
    const other = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    expect(await catchDatabaseError(save(other, place))).toMatchObject({ code: 'PT404' });
    expect(await catchDatabaseError(listFixed(other, place))).toMatchObject({ code: 'PT404' });
    expect(await read(place)).toMatchObject({ country: 'VN' });
  });
});
