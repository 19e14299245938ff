import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeClient, type Outcome } from './support/guest-calls.ts';
import {
  insertRow,
  makeBooking,
  makeProperty,
  makeRoom,
  type Property,
  type Room,
} from './support/make-property.ts';
import { makeRoomType } from './support/make-room-type.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { queryAs, runOnConnection, staysServer } from './support/people.ts';

type Dates = { from: number; to: number };

async function callAs(database: TestDatabase, name: string, args: Record<string, unknown>): Promise<Outcome> {
  const named = Object.keys(args).map((key, index) => `${key} => $${index + 1}`);
  const [row] = await queryAs<{ outcome: Outcome }>(
    database,
    staysServer,
    `select public.${name}(${named.join(', ')}) as outcome`,
    Object.values(args),
  );
  return row?.outcome ?? {};
}

/** Turns days from the property's today into dates. */
async function readDates(database: TestDatabase, property: Property, { from, to }: Dates) {
  const [row] = await database.sql<{ check_in: string; check_out: string }>(
    `select (here + $2::integer)::text as check_in, (here + $3::integer)::text as check_out
     from (select (now() at time zone timezone)::date as here from public.accom_properties where id = $1) today`,
    [property.id, from, to],
  );
  return { check_in: row?.check_in, check_out: row?.check_out };
}

async function readOffer(database: TestDatabase, room: Room): Promise<string> {
  const [row] = await database.sql<{ offer_id: string }>(
    'select offer_id from public.accom_rooms where id = $1',
    [room.id],
  );
  return row?.offer_id ?? '';
}

const guest = {
  guest_name: 'Ana Silva',
  guest_last_name: 'Silva',
  guest_email: 'ana@example.com',
  guest_phone: '',
  guest_count: 1,
};

onNativePostgres('the page of a property', {}, (database) => {
  let sharedProperty: Property;
  beforeAll(async () => {
    sharedProperty = await makeProperty(database());
  });

  const find = async (dates: Dates, guests = 1, property = sharedProperty, client = makeClient()) =>
    callAs(database(), 'get_availability', {
      slug: property.slug,
      ...(await readDates(database(), property, dates)),
      guests,
      client,
    });
  const findOffers = async (dates: Dates, guests = 1, property = sharedProperty) => {
    const { options } = (await find(dates, guests, property)) as {
      options: { offerId: string; beds: string[] | null }[];
    }; // an outcome that is ok has them
    return options;
  };
  const request = async (
    room: Room,
    dates: Dates,
    changes: Record<string, unknown> = {},
    property = sharedProperty,
  ) =>
    callAs(database(), 'request_booking', {
      slug: property.slug,
      offer_id: await readOffer(database(), room),
      bed: '',
      ...(await readDates(database(), property, dates)),
      ...guest,
      client: makeClient(),
      ...changes,
    });

  it('the page shows the property and its rooms, but no code, no guest, no room id and no WiFi', async () => {
    const property = await makeProperty(database(), { wifi_network: 'Secret', wifi_password: 'lantern-42' });
    const type = await makeRoomType(database(), property, { name: 'Twin' });
    const room = await makeRoom(database(), property, { room_type_id: type.id, capacity: 2 });
    const booking = await makeBooking(database(), room);
    const page = await callAs(database(), 'get_property_page', { slug: property.slug, client: makeClient() });
    expect(page).toMatchObject({
      ok: true,
      property: { slug: property.slug },
      rooms: [{ roomType: 'Twin', capacity: 2, beds: 0 }],
    });
    const offers = await findOffers({ from: 30, to: 31 }, 1, property);
    for (const secret of [
      room.room_code,
      room.id,
      room.room_number,
      booking.booking_code,
      booking.id,
      'Johnson',
      'Secret',
      'lantern-42',
    ]) {
      expect(JSON.stringify([page, offers])).not.toContain(secret);
    }
  });

  it('the page has the pictures of the property and of its types in their order, with what each shows in the reader’s language', async () => {
    const property = await makeProperty(database());
    const [uploaded] = await database().sql<{ path: string }>(
      `insert into public.pictures (property_id, stored_at, width, height, bytes, alt, translations)
       values ($1, now(), 1600, 900, 9000, 'The pool', '{"vi": {"alt": "Hồ bơi"}}') returning path`,
      [property.id],
    );
    const path = uploaded?.path ?? '';
    await database().sql('update public.accom_properties set images = $2 where id = $1', [
      property.id,
      ['/demo/sunset-hotel.svg', path],
    ]);
    const type = await insertRow<{ id: string }>(database(), 'accom_room_types', {
      property_id: property.id,
      name: 'Garden room',
      images: [path, '/demo/sunset-hotel.svg'],
    });
    await insertRow(database(), 'accom_rooms', {
      property_id: property.id,
      room_number: '1',
      room_type_id: type.id,
    });
    const page = await callAs(database(), 'get_property_page', {
      slug: property.slug,
      client: makeClient(),
      locale: 'vi',
    });
    expect(page).toMatchObject({
      pictures: [
        { path: '/demo/sunset-hotel.svg', alt: '' },
        { path, alt: 'Hồ bơi', translated: ['alt'] },
      ],
      rooms: [
        {
          roomType: 'Garden room',
          pictures: [
            { path, alt: 'Hồ bơi', translated: ['alt'] },
            { path: '/demo/sunset-hotel.svg', alt: '' },
          ],
        },
      ],
    });
  });

  it('the page of a closed property or of an unknown slug is not_found', async () => {
    const closed = await makeProperty(database(), { is_active: false });
    for (const slug of [closed.slug, 'no-such-property', '', null]) {
      const page = await callAs(database(), 'get_property_page', { slug, client: makeClient() });
      expect(page).toEqual({ ok: false, error: 'not_found' });
    }
  });

  it('the page of a property that hides its pages has no house rules', async () => {
    const hidden = await makeProperty(
      database(),
      { house_rules: ['The key is under the stone.'] },
      { browse_requires_verification: true },
    );
    const page = await callAs(database(), 'get_property_page', { slug: hidden.slug, client: makeClient() });
    expect(page).toMatchObject({ ok: true, property: { houseRules: [] } });
  });

  describe('get_availability', () => {
    it.each([
      ['the same nights as a booking', { from: 10, to: 12 }, false],
      ['one of its nights', { from: 11, to: 12 }, false],
      ['nights around it', { from: 8, to: 14 }, false],
      ['nights that end when it begins', { from: 8, to: 10 }, true],
      ['nights that begin when it ends', { from: 12, to: 14 }, true],
    ])(
      'get_availability offers a room only for nights that are not booked: %s',
      async (_case, dates, isFree) => {
        const property = await makeProperty(database());
        const room = await makeRoom(database(), property);
        await makeBooking(database(), room, { from: 10, to: 12 });
        expect(await findOffers(dates, 1, property)).toHaveLength(isFree ? 1 : 0);
      },
    );

    it.each([
      ['pending', false],
      ['confirmed', false],
      ['checked_in', false],
      ['checked_out', true],
      ['cancelled', true],
      ['no_show', true],
    ])('get_availability treats the nights of a booking that is %s as free: %s', async (status, isFree) => {
      const property = await makeProperty(database());
      await makeBooking(database(), await makeRoom(database(), property), { from: 10, to: 12, status });
      expect(await findOffers({ from: 10, to: 12 }, 1, property)).toHaveLength(isFree ? 1 : 0);
    });

    it('get_availability offers the free beds of a dorm to one guest and none to two guests', async () => {
      const property = await makeProperty(database());
      const dorm = await makeRoom(database(), property, { beds: ['1', '2', '3'], capacity: 3 });
      await makeBooking(database(), dorm, { from: 10, to: 12, bed: '2' });
      expect(await findOffers({ from: 11, to: 13 }, 1, property)).toMatchObject([{ beds: ['1', '3'] }]);
      expect(await findOffers({ from: 11, to: 13 }, 2, property)).toEqual([]);
    });

    it('get_availability offers a room up to its capacity, and no inactive room', async () => {
      const property = await makeProperty(database());
      await makeRoom(database(), property, { capacity: 2 });
      await makeRoom(database(), property, { capacity: 4, is_active: false });
      expect(await findOffers({ from: 5, to: 6 }, 2, property)).toMatchObject([{ beds: null, capacity: 2 }]);
      expect(await findOffers({ from: 5, to: 6 }, 3, property)).toEqual([]);
    });

    it.each([
      ['yesterday', { from: -1, to: 1 }],
      ['no night', { from: 1, to: 1 }],
      ['a check-out before the check-in', { from: 3, to: 1 }],
      ['ninety-one nights', { from: 1, to: 92 }],
      ['more than a year ahead', { from: 366, to: 367 }],
    ])('get_availability refuses nights that cannot be requested: %s', async (_case, dates) => {
      expect(await find(dates)).toMatchObject({ ok: false, error: 'invalid_request' });
    });

    it.each([
      ['tonight', { from: 0, to: 1 }],
      ['ninety nights', { from: 1, to: 91 }],
      ['a year ahead', { from: 365, to: 366 }],
    ])('get_availability offers %s by the property’s own calendar', async (_case, dates) => {
      for (const timezone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
        const property = await makeProperty(database(), { timezone });
        await makeRoom(database(), property);
        expect(await findOffers(dates, 1, property)).toHaveLength(1);
      }
    });
  });

  describe('request_booking', () => {
    it('a request makes a pending booking that holds its bed', async () => {
      const room = await makeRoom(database(), sharedProperty, { capacity: 2 });
      const outcome = await request(
        room,
        { from: 10, to: 12 },
        { guest_count: 2, guest_name: ' Ana Silva ' },
      );
      expect(outcome).toEqual({
        ok: true,
        bookingCode: expect.stringMatching(/^BK-/),
        status: 'pending',
        replayed: false,
        totalMinor: null,
      });
      const [row] = await database().sql(
        'select status, source, guest_name, guest_count, bed, room_id from public.accom_bookings where booking_code = $1',
        [outcome['bookingCode']],
      );
      expect(row).toEqual({
        status: 'pending',
        source: 'direct',
        guest_name: 'Ana Silva',
        guest_count: 2,
        bed: '',
        room_id: room.id,
      });
      expect(await request(room, { from: 11, to: 13 })).toEqual({
        ok: false,
        error: 'conflict',
        reason: 'bed_is_taken',
      });
      expect(await request(room, { from: 12, to: 13 })).toMatchObject({ ok: true });
    });

    it.each<[string, Record<string, unknown>]>([
      ['more guests than the room holds', { guest_count: 3 }],
      ['zero guests', { guest_count: 0 }],
      ['a blank name', { guest_name: '  ' }],
      ['a last name of punctuation only', { guest_last_name: '-' }],
      ['an invalid e-mail address', { guest_email: 'ana' }],
      ['a phone number of 41 digits', { guest_phone: '1'.repeat(41) }],
      ['a named bed in a private room', { bed: '1' }],
      ['a request key of 7 characters', { request_key: 'k'.repeat(7) }],
      ['a request key of 101 characters', { request_key: 'k'.repeat(101) }],
      [
        'null in every field',
        { guest_name: null, guest_last_name: null, guest_email: null, guest_count: null },
      ],
    ])('request_booking refuses %s', async (_case, changes) => {
      const room = await makeRoom(database(), sharedProperty, { capacity: 2 });
      expect(await request(room, { from: 10, to: 12 }, changes)).toEqual({
        ok: false,
        error: 'invalid_request',
      });
    });

    it.each([8, 100])(
      'a request key of %i characters is accepted, as for every other write',
      async (length) => {
        const room = await makeRoom(database(), sharedProperty);
        const key = { request_key: 'k'.repeat(length) };
        const first = await request(room, { from: 10, to: 12 }, key);
        expect(first).toMatchObject({ ok: true, replayed: false });
        expect(await request(room, { from: 10, to: 12 }, key)).toEqual({ ...first, replayed: true });
      },
    );

    it('request_booking returns not_found for a room of another property', async () => {
      const elsewhere = await makeRoom(database(), await makeProperty(database()));
      expect(await request(elsewhere, { from: 10, to: 12 })).toEqual({ ok: false, error: 'not_found' });
      expect(await request(elsewhere, { from: 10, to: 12 }, { offer_id: elsewhere.id })).toEqual({
        ok: false,
        error: 'not_found',
      });
    });

    it('a request key returns its booking code for the same guest, bed and nights only, and only while it is pending', async () => {
      const room = await makeRoom(database(), sharedProperty);
      const key = { request_key: crypto.randomUUID() };
      const first = await request(room, { from: 20, to: 22 }, key);
      expect(await request(room, { from: 20, to: 22 }, key)).toEqual({ ...first, replayed: true });
      expect(await request(room, { from: 21, to: 23 }, key)).toMatchObject({ error: 'conflict' });
      expect(await request(room, { from: 30, to: 31 }, key)).toMatchObject({ ok: true, replayed: false });
      const stranger = { ...key, guest_last_name: 'Costa' };
      expect(await request(room, { from: 20, to: 22 }, stranger)).toEqual({
        ok: false,
        error: 'conflict',
        reason: 'bed_is_taken',
      });
      await database().sql("update public.accom_bookings set status = 'confirmed' where booking_code = $1", [
        first['bookingCode'],
      ]);
      expect(await request(room, { from: 20, to: 22 }, key)).toMatchObject({ error: 'conflict' });
    });

    it('a request key can be used again, once, after the desk has cancelled its booking', async () => {
      const room = await makeRoom(database(), sharedProperty);
      const key = { request_key: crypto.randomUUID() };
      const first = await request(room, { from: 20, to: 22 }, key);
      await database().sql("update public.accom_bookings set status = 'cancelled' where booking_code = $1", [
        first['bookingCode'],
      ]);
      const second = await request(room, { from: 20, to: 22 }, key);
      expect(second).toMatchObject({ ok: true, replayed: false });
      expect(second['bookingCode']).not.toBe(first['bookingCode']);
      expect(await request(room, { from: 20, to: 22 }, key)).toEqual({ ...second, replayed: true });
    });

    it('a request that is sent again two hours later returns its booking code while it is pending', async () => {
      const room = await makeRoom(database(), sharedProperty);
      const key = { request_key: crypto.randomUUID() };
      const first = await request(room, { from: 20, to: 22 }, key);
      await database().sql(
        "update public.accom_bookings set created_at = now() - interval '2 hours' where booking_code = $1",
        [first['bookingCode']],
      );
      expect(await request(room, { from: 20, to: 22 }, key)).toEqual({ ...first, replayed: true });
    });

    it('one client may send five requests an hour, refused ones included', async () => {
      const client = makeClient();
      const outcomes: unknown[] = [];
      const room = await makeRoom(database(), sharedProperty);
      // A new hour may begin during the test and reset the count, so this sends twice the limit and one more.
      for (let sent = 0; sent < 11; sent++) {
        outcomes.push((await request(room, { from: 40, to: 41 }, { client }))['error']);
      }
      expect(outcomes.slice(0, 5)).toEqual([undefined, 'conflict', 'conflict', 'conflict', 'conflict']);
      expect(outcomes).toContain('rate_limited');
    });

    it('one client may hold ten beds a day at one property', async () => {
      const client = makeClient();
      const property = await makeProperty(database());
      const room = await makeRoom(database(), property);
      const askFor = (night: number, more = {}) =>
        request(room, { from: night, to: night + 1 }, { client, ...more }, property);
      const outcomes: unknown[] = [];
      for (let night = 1; night <= 21; night += 1) {
        outcomes.push((await askFor(night))['ok']);
        // Resets the limit per hour, as if an hour had passed.
        await database().sql('delete from public.rate_limits where key = $1', [`booking:${client}`]);
      }
      // A new day may begin during the test and reset the count, so this sent twice the limit and one more.
      expect(outcomes.filter((ok) => ok === false).length).toBeGreaterThan(0);
      expect(outcomes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => true));
      expect(await askFor(30, { client: makeClient() })).toMatchObject({ ok: true });
    });
  });

  it('a property cannot take a slug that is an address of the guest app', async () => {
    for (const slug of [
      'api',
      'stay',
      'session',
      'checkin',
      'open',
      'locale',
      'offline',
      'demo',
      'icon',
      'manifest',
    ]) {
      await expect(makeProperty(database(), { slug })).rejects.toThrow(
        'accom_properties_slug_is_not_reserved',
      );
    }
  });
});

onNativePostgres('64 booking requests at the same time', {}, (database) => {
  const requestAtOnce = async (key: (index: number) => string) => {
    const property = await makeProperty(database());
    const room = await makeRoom(database(), property);
    const offer = await readOffer(database(), room);
    const { check_in = '', check_out = '' } = await readDates(database(), property, { from: 10, to: 11 });
    const connections = database().connect({ max: 64 });
    await Promise.all(Array.from({ length: 64 }, () => connections`select 1`));
    return Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        runOnConnection(connections, staysServer, async (sql) => {
          const [row] =
            await sql`select public.request_booking(${property.slug}, ${offer}, '', ${check_in}::date, ${check_out}::date,
            'Ana Silva', 'Silva', 'ana@example.com', '', 1, ${makeClient()}, ${key(index)}) as outcome`;
          return row?.['outcome'] as Outcome; // as the function returns it
        }),
      ),
    );
  };

  it('of 64 requests for one bed one gets it and 63 are refused as taken', async () => {
    const outcomes = await requestAtOnce(() => crypto.randomUUID());
    expect(outcomes.filter((outcome) => outcome['ok'] === true)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome['reason'] === 'bed_is_taken')).toHaveLength(63);
  });

  it('a form that is sent 64 times at once makes one booking, and every response has its code', async () => {
    const outcomes = await requestAtOnce(() => 'one-form-tapped-64-times');
    expect(new Set(outcomes.map((outcome) => outcome['bookingCode'])).size).toBe(1);
    expect(outcomes.filter((outcome) => outcome['replayed'] === false)).toHaveLength(1);
  });
});
