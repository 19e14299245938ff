import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeEach, expect, it } from 'vitest';
import { callAsStaysServer, makeClient, type Outcome } from './support/guest-calls.ts';
import { makeProperty, makeRoom, type Property, type Room } from './support/make-property.ts';
import { makeRoomType, makeSeason, type RoomType } from './support/make-room-type.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { queryAs, signUpMember } from './support/people.ts';

type Offer = { offerId: string; roomType: string; capacity: number; beds: string[] | null; price: unknown };

/** A date so many days after the property's today. */
async function dateIn(database: TestDatabase, property: Property, days: number): Promise<string> {
  const [row] = await database.sql<{ date: string }>(
    `select ((now() at time zone timezone)::date + $2::integer)::text as date from public.accom_properties where id = $1`,
    [property.id, days],
  );
  return row?.date ?? '';
}

onNativePostgres('prices on the page of a property', {}, (database) => {
  let property: Property;
  let type: RoomType;
  let room: Room;
  let checkIn: string;
  let checkOut: string;
  beforeEach(async () => {
    property = await makeProperty(database());
    type = await makeRoomType(database(), property);
    room = await makeRoom(database(), property, { room_type_id: type.id, capacity: 2 });
    checkIn = await dateIn(database(), property, 20);
    checkOut = await dateIn(database(), property, 22);
  });

  const search = (guests = 2): Promise<Outcome & { options?: Offer[]; longerOnly?: unknown[] }> =>
    callAsStaysServer(database(), 'public.get_availability($1, $2, $3, $4, $5)', [
      property.slug,
      checkIn,
      checkOut,
      guests,
      makeClient(),
    ]);
  const request = async (shown: { totalMinor: number | null } | null, key: string | null = null) => {
    const [row] = await database().sql<{ offer_id: string }>(
      'select offer_id from public.accom_rooms where id = $1',
      [room.id],
    );
    return callAsStaysServer(
      database(),
      `public.request_booking($1, $2, '', $3, $4, 'Ana Silva', 'Silva', 'ana@example.com', '', 2, $5, $6, $7::jsonb)`,
      [property.slug, row?.offer_id, checkIn, checkOut, makeClient(), key, shown],
    );
  };
  const change = (columns: string, id = type.id) =>
    database().sql(`update public.accom_room_types set ${columns} where id = $1`, [id]);
  const readPrices = () =>
    database().sql<{ total: string; currency: string; nights: unknown[] }>(
      'select total::integer, currency, nights from public.accom_booking_prices where property_id = $1',
      [property.id],
    );

  it('the page shows each type with its text, its pictures and the lowest price of a night', async () => {
    await change(
      `description = 'By the river.', images = '{/demo/a.svg}', weekend_price = 7000, minimum_nights = 2`,
    );
    const suite = await makeRoomType(database(), property, { name: 'Suite', price: null, capacity: 5 });
    await makeRoom(database(), property, { room_type_id: suite.id, beds: ['1', '2'] });
    await makeRoomType(database(), property, { name: 'A type without rooms' });
    const off = await makeRoomType(database(), property, { name: 'Switched off', is_active: false });
    await makeRoom(database(), property, { room_type_id: off.id });
    await makeRoom(database(), property, { capacity: 3 });
    const page = await callAsStaysServer(database(), 'public.get_property_page($1, $2)', [
      property.slug,
      makeClient(),
    ]);
    const unnamed = { roomType: '', description: '', images: [], pictures: [] };
    expect(page['rooms']).toEqual([
      {
        roomType: 'Double',
        description: 'By the river.',
        images: ['/demo/a.svg'],
        pictures: [{ path: '/demo/a.svg', alt: '' }],
        capacity: 2,
        beds: 0,
        fromMinor: 7000,
        minimumNights: 2,
      },
      { ...unnamed, roomType: 'Suite', capacity: 5, beds: 2, fromMinor: null, minimumNights: 1 },
      { ...unnamed, capacity: 3, beds: 0, fromMinor: null, minimumNights: 1 },
    ]);
  });

  it('a search tells the total of the nights and what each of them costs', async () => {
    const second = await dateIn(database(), property, 21);
    await makeSeason(database(), type, { first_night: second, last_night: second });
    expect(await search()).toMatchObject({
      currency: 'VND',
      options: [
        {
          roomType: 'Double',
          price: {
            totalMinor: 20_000,
            nights: [
              { night: checkIn, priceMinor: 8000, season: null },
              { night: second, priceMinor: 12_000, season: 'Summer' },
            ],
          },
        },
      ],
      longerOnly: [],
    });
  });

  it('private rooms that are alike are one offer, which does not tell how many are free', async () => {
    await makeRoom(database(), property, { room_type_id: type.id, capacity: 2 });
    await makeRoom(database(), property, { room_type_id: type.id, capacity: 4 });
    await makeRoom(database(), property, { capacity: 2 });
    await makeRoom(database(), property, { capacity: 2 });
    await makeRoom(database(), property, { room_type_id: type.id, beds: ['1', '2'] });
    await makeRoom(database(), property, { room_type_id: type.id, beds: ['1'] });
    const shape = async (guests: number) =>
      (await search(guests)).options?.map(({ roomType, capacity, beds }) => [roomType, capacity, beds]);
    expect(await shape(2)).toEqual([
      ['Double', 2, null],
      ['Double', 4, null],
      ['', 2, null],
    ]);
    expect((await shape(1))?.filter(([, , beds]) => beds !== null)).toEqual([
      ['Double', 2, ['1', '2']],
      ['Double', 2, ['1']],
    ]);
    expect(await request(null)).toMatchObject({ ok: true });
    expect((await shape(2))?.length).toBe(3);
  });

  it('rooms of a type that is switched off are neither offered nor given', async () => {
    await change('is_active = false');
    expect((await search()).options).toEqual([]);
    expect(await request(null)).toEqual({ ok: false, error: 'not_found' });
  });

  it('a type for longer stays is named apart, and a request that is too short is refused', async () => {
    await change('minimum_nights = 3');
    expect(await search()).toMatchObject({
      options: [],
      longerOnly: [{ roomType: 'Double', minimumNights: 3 }],
    });
    expect(await request(null)).toEqual({
      ok: false,
      error: 'invalid_request',
      reason: 'stay_is_too_short',
      minimumNights: 3,
    });
    checkOut = await dateIn(database(), property, 23);
    expect(await request(null)).toMatchObject({ ok: true });
    // Nothing is free any more, so the page does not say that longer stays are.
    checkOut = await dateIn(database(), property, 22);
    expect(await search()).toMatchObject({ options: [], longerOnly: [] });
  });

  it('a request keeps the price at which it was made, whatever the owner changes', async () => {
    const key = crypto.randomUUID();
    const outcome = await request({ totalMinor: 16_000 }, key);
    expect(outcome).toMatchObject({ ok: true, totalMinor: 16_000 });
    const kept = await readPrices();
    expect(kept).toMatchObject([{ total: 16_000, currency: 'VND' }]);
    expect(kept[0]?.nights).toHaveLength(2);
    await change('price = 99000');
    await makeSeason(database(), type, { first_night: checkIn, last_night: checkOut });
    await database().sql('update public.accom_rooms set room_type_id = null where id = $1', [room.id]);
    await database().sql('delete from public.accom_room_types where id = $1', [type.id]);
    expect(await readPrices()).toEqual(kept);
    expect(await request({ totalMinor: 16_000 }, key)).toEqual({ ...outcome, replayed: true });
  });

  it('if the total changed since it was shown, nothing is requested and the new one is told', async () => {
    await change('price = 9000');
    const refusal = { ok: false, error: 'conflict', reason: 'total_changed' };
    expect(await request({ totalMinor: 16_000 })).toEqual({ ...refusal, totalMinor: 18_000 });
    expect(await request({ totalMinor: null })).toEqual({ ...refusal, totalMinor: 18_000 });
    await change('price = null');
    expect(await request({ totalMinor: 18_000 })).toEqual(refusal);
    expect(await readPrices()).toEqual([]);
    expect((await search()).options).toMatchObject([{ price: null }]);
    expect(await request({ totalMinor: null })).toMatchObject({ ok: true, totalMinor: null });
  });

  it('the guest reads the total of the own stay, and the desk that of its bookings', async () => {
    await request({ totalMinor: 16_000 });
    const [described] = await database().sql(
      'select private.describe_booking(b) as booking from public.accom_bookings b where b.property_id = $1',
      [property.id],
    );
    expect(described).toMatchObject({ booking: { totalMinor: 16_000, currency: 'VND' } });
    const staff = await signUpMember(database(), property.id, 'staff');
    const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
    const stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    const read = 'select total::integer from public.accom_booking_prices where property_id = $1';
    expect(await queryAs(database(), staff, read, [property.id])).toEqual([{ total: 16_000 }]);
    for (const other of [housekeeper, stranger]) {
      expect(await queryAs(database(), other, read, [property.id])).toEqual([]);
    }
    await database().sql('update public.property_members set sees_money = false where account_id = $1', [
      staff.accountId,
    ]);
    expect(await queryAs(database(), staff, read, [property.id])).toEqual([]);
  });

  it('a booking of the desk keeps its price too, also of a stay that is too short for guests', async () => {
    await change('minimum_nights = 5');
    const staff = await signUpMember(database(), property.id, 'staff');
    await queryAs(database(), staff, `select public.create_booking($1, $2, $3, 'Ana Silva', 'Silva')`, [
      room.id,
      checkIn,
      checkOut,
    ]);
    expect(await readPrices()).toMatchObject([{ total: 16_000 }]);
  });
});
