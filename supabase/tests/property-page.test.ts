import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { newClient, type Outcome } from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom, type Property, type Room } from './support/make-place.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';
import { actOn, ask, staysServer } from './support/people.ts';

type Dates = { from: number; to: number };

async function callAs(database: TestDatabase, name: string, args: Record<string, unknown>): Promise<Outcome> {
  const named = Object.keys(args).map((key, index) => `${key} => $${index + 1}`);
  const [row] = await ask<{ outcome: Outcome }>(
    database,
    staysServer,
    `select public.${name}(${named.join(', ')}) as outcome`,
    Object.values(args),
  );
  return row?.outcome ?? {};
}

/** Dates as days from today by the property's calendar. */
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

onEachEngine('the page of a property', {}, (database) => {
  let property: Property;
  beforeAll(async () => {
    property = await makeProperty(database());
  });

  const find = async (dates: Dates, guests = 1, place = property, client = newClient()) =>
    callAs(database(), 'get_availability', {
      slug: place.slug,
      ...(await readDates(database(), place, dates)),
      guests,
      client,
    });
  const findOffers = async (dates: Dates, guests = 1, place = property) => {
    const { options } = (await find(dates, guests, place)) as {
      options: { offerId: string; beds: string[] | null }[];
    }; // an ok answer has them
    return options;
  };
  const request = async (room: Room, dates: Dates, changes: Record<string, unknown> = {}, place = property) =>
    callAs(database(), 'request_booking', {
      slug: place.slug,
      offer_id: await readOffer(database(), room),
      bed: '',
      ...(await readDates(database(), place, dates)),
      ...guest,
      client: newClient(),
      ...changes,
    });

  it('says what the property says of itself, and no code, no guest and no key of a room', async () => {
    const place = await makeProperty(database(), { wifi_network: 'Secret', wifi_password: 'lantern-42' });
    const room = await makeRoom(database(), place, { room_type: 'Twin', capacity: 2 });
    const booking = await makeBooking(database(), room);
    const page = await callAs(database(), 'get_property_page', { slug: place.slug, client: newClient() });
    expect(page).toMatchObject({
      ok: true,
      property: { slug: place.slug },
      rooms: [{ roomType: 'Twin', capacity: 2, beds: 0 }],
    });
    const offers = await findOffers({ from: 30, to: 31 }, 1, place);
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

  it('does not exist for a property that is not open, or of no name at all', async () => {
    const closed = await makeProperty(database(), { is_active: false });
    for (const slug of [closed.slug, 'no-such-place', '', null]) {
      const page = await callAs(database(), 'get_property_page', { slug, client: newClient() });
      expect(page).toEqual({ ok: false, error: 'not_found' });
    }
  });

  it('keeps the rules of a house that hides its rooms to its guests', async () => {
    const hidden = await makeProperty(
      database(),
      { house_rules: ['The key is under the stone.'] },
      { browse_requires_verification: true },
    );
    const page = await callAs(database(), 'get_property_page', { slug: hidden.slug, client: newClient() });
    expect(page).toMatchObject({ ok: true, property: { houseRules: [] } });
  });

  describe('shows what is free', () => {
    it.each([
      ['the same nights', { from: 10, to: 12 }, false],
      ['one night of them', { from: 11, to: 12 }, false],
      ['nights around them', { from: 8, to: 14 }, false],
      ['nights that end where they begin', { from: 8, to: 10 }, true],
      ['nights that begin where they end', { from: 12, to: 14 }, true],
    ])('%s', async (_case, dates, isFree) => {
      const place = await makeProperty(database());
      const room = await makeRoom(database(), place);
      await makeBooking(database(), room, { from: 10, to: 12 });
      expect(await findOffers(dates, 1, place)).toHaveLength(isFree ? 1 : 0);
    });

    it.each([
      ['pending', false],
      ['confirmed', false],
      ['checked_in', false],
      ['checked_out', true],
      ['cancelled', true],
      ['no_show', true],
    ])('a stay that is %s', async (status, isFree) => {
      const place = await makeProperty(database());
      await makeBooking(database(), await makeRoom(database(), place), { from: 10, to: 12, status });
      expect(await findOffers({ from: 10, to: 12 }, 1, place)).toHaveLength(isFree ? 1 : 0);
    });

    it('bed by bed in a shared room, for one guest each', async () => {
      const place = await makeProperty(database());
      const dorm = await makeRoom(database(), place, { beds: ['1', '2', '3'], capacity: 3 });
      await makeBooking(database(), dorm, { from: 10, to: 12, bed: '2' });
      expect(await findOffers({ from: 11, to: 13 }, 1, place)).toMatchObject([{ beds: ['1', '3'] }]);
      expect(await findOffers({ from: 11, to: 13 }, 2, place)).toEqual([]);
    });

    it('for as many as the room holds, and not in a room that is closed', async () => {
      const place = await makeProperty(database());
      await makeRoom(database(), place, { capacity: 2 });
      await makeRoom(database(), place, { capacity: 4, is_active: false });
      expect(await findOffers({ from: 5, to: 6 }, 2, place)).toMatchObject([{ beds: null, capacity: 2 }]);
      expect(await findOffers({ from: 5, to: 6 }, 3, place)).toEqual([]);
    });

    it.each([
      ['yesterday', { from: -1, to: 1 }],
      ['no night', { from: 1, to: 1 }],
      ['an end before its beginning', { from: 3, to: 1 }],
      ['ninety-one nights', { from: 1, to: 92 }],
      ['more than a year ahead', { from: 366, to: 367 }],
    ])('not for nights that cannot be asked for: %s', async (_case, dates) => {
      expect(await find(dates)).toMatchObject({ ok: false, error: 'invalid_request' });
    });

    it.each([
      ['tonight', { from: 0, to: 1 }],
      ['ninety nights', { from: 1, to: 91 }],
      ['a year ahead', { from: 365, to: 366 }],
    ])('for %s, by the property’s own calendar', async (_case, dates) => {
      for (const timezone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
        const place = await makeProperty(database(), { timezone });
        await makeRoom(database(), place);
        expect(await findOffers(dates, 1, place)).toHaveLength(1);
      }
    });
  });

  describe('takes a request', () => {
    it('that holds its bed and waits for the desk', async () => {
      const room = await makeRoom(database(), property, { capacity: 2 });
      const answer = await request(room, { from: 10, to: 12 }, { guest_count: 2, guest_name: ' Ana Silva ' });
      expect(answer).toEqual({
        ok: true,
        bookingCode: expect.stringMatching(/^BK-/),
        status: 'pending',
        replayed: false,
      });
      const [row] = await database().sql(
        'select status, source, guest_name, guest_count, bed, room_id from public.accom_bookings where booking_code = $1',
        [answer['bookingCode']],
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
      ['nobody', { guest_count: 0 }],
      ['no name', { guest_name: '  ' }],
      ['a last name of nothing but signs', { guest_last_name: '-' }],
      ['an address that is none', { guest_email: 'ana' }],
      ['an endless phone number', { guest_phone: '1'.repeat(41) }],
      ['a bed a private room has not', { bed: '1' }],
      ['a key anybody could guess', { request_key: 'x' }],
      ['nothing at all', { guest_name: null, guest_last_name: null, guest_email: null, guest_count: null }],
    ])('but not of %s', async (_case, changes) => {
      const room = await makeRoom(database(), property, { capacity: 2 });
      expect(await request(room, { from: 10, to: 12 }, changes)).toEqual({
        ok: false,
        error: 'invalid_request',
      });
    });

    it('for a room of its own only', async () => {
      const elsewhere = await makeRoom(database(), await makeProperty(database()));
      expect(await request(elsewhere, { from: 10, to: 12 })).toEqual({ ok: false, error: 'not_found' });
      expect(await request(elsewhere, { from: 10, to: 12 }, { offer_id: elsewhere.id })).toEqual({
        ok: false,
        error: 'not_found',
      });
    });

    it('once for its key, and only for the same guest, bed and nights, until the desk has answered', async () => {
      const room = await makeRoom(database(), property);
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

    it('again under its key once the desk has cancelled the first, and then once', async () => {
      const room = await makeRoom(database(), property);
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

    it('five times an hour and address, refused ones included', async () => {
      const client = newClient();
      const answers: unknown[] = [];
      const room = await makeRoom(database(), property);
      // Counts begin anew with the hour, which may turn while this runs: so twice the limit, and one more.
      for (let sent = 0; sent < 11; sent++) {
        answers.push((await request(room, { from: 40, to: 41 }, { client }))['error']);
      }
      expect(answers.slice(0, 5)).toEqual([undefined, 'conflict', 'conflict', 'conflict', 'conflict']);
      expect(answers).toContain('rate_limited');
    });

    it('ten times a day and address at one place, however patient the caller is', async () => {
      const client = newClient();
      const place = await makeProperty(database());
      const room = await makeRoom(database(), place);
      const askFor = (night: number, more = {}) =>
        request(room, { from: night, to: night + 1 }, { client, ...more }, place);
      const answers: unknown[] = [];
      for (let night = 1; night <= 21; night += 1) {
        answers.push((await askFor(night))['ok']);
        // As if an hour had passed.
        await database().sql('delete from public.rate_limits where key = $1', [`booking:${client}`]);
      }
      // Counts begin anew with the day, which may turn while this runs: so twice the limit, and one more.
      expect(answers.filter((ok) => ok === false).length).toBeGreaterThan(0);
      expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => true));
      expect(await askFor(30, { client: newClient() })).toMatchObject({ ok: true });
    });
  });

  it('cannot be had under an address of ours', async () => {
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

onNativePostgres('64 requests at once', {}, (database) => {
  const requestAtOnce = async (key: (index: number) => string) => {
    const property = await makeProperty(database());
    const room = await makeRoom(database(), property);
    const offer = await readOffer(database(), room);
    const { check_in = '', check_out = '' } = await readDates(database(), property, { from: 10, to: 11 });
    const connections = database().connect({ max: 64 });
    await Promise.all(Array.from({ length: 64 }, () => connections`select 1`));
    return Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        actOn(connections, staysServer, async (sql) => {
          const [row] =
            await sql`select public.request_booking(${property.slug}, ${offer}, '', ${check_in}::date, ${check_out}::date,
            'Ana Silva', 'Silva', 'ana@example.com', '', 1, ${newClient()}, ${key(index)}) as outcome`;
          return row?.['outcome'] as Outcome; // what the function answers
        }),
      ),
    );
  };

  it('for one bed: one gets it, 63 hear that it is taken', async () => {
    const outcomes = await requestAtOnce(() => crypto.randomUUID());
    expect(outcomes.filter((outcome) => outcome['ok'] === true)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome['reason'] === 'bed_is_taken')).toHaveLength(63);
  });

  it('of one form: one request, and 64 times its code', async () => {
    const outcomes = await requestAtOnce(() => 'one-form-tapped-64-times');
    expect(new Set(outcomes.map((outcome) => outcome['bookingCode'])).size).toBe(1);
    expect(outcomes.filter((outcome) => outcome['replayed'] === false)).toHaveLength(1);
  });
});
