import { beforeAll, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { insertRow, makeBooking, makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { makeRoomType } from './support/make-room-type.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { anon, type Person, queryAs, runAs, signUpMember, staysServer } from './support/people.ts';
import { readBuffers } from './support/read-buffers.ts';

type Calendar = {
  today: string;
  types: { id: string; name: string }[];
  rooms: { id: string; number: string; typeId: string | null; beds: string[] }[];
  stays: {
    id: string;
    name: string;
    status: string;
    roomId: string | null;
    from: string;
    to: string;
    roomFrom: string;
  }[];
  pastRooms: { bookingId: string; roomId: string; from: string; to: string }[];
  blocks: { id: string }[];
};

onNativePostgres('the calendar', {}, (database) => {
  let property: Property;
  let staff: Person;

  /** The days are counted from the place's today. */
  const read = async (person: Person, from: number, to: number, of = property): Promise<Calendar> => {
    const [row] = await queryAs<{ found: Calendar }>(
      database(),
      person,
      `select public.read_calendar($1, today + $2::integer, today + $3::integer) as found
       from (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as today) clock`,
      [of.id, from, to],
    );
    if (row === undefined) throw new Error('a select without a table returns a row');
    return row.found;
  };
  const names = ({ stays }: Calendar) => stays.map(({ name }) => name);

  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
  });

  it('has the stays that touch its days, and none that ends on the first or begins after the last', async () => {
    for (const [guest_name, from, to] of [
      ['Left before', 7, 10],
      ['In the middle', 11, 12],
      ['From before to after', 5, 30],
      ['Comes on the last night', 19, 25],
      ['Comes after', 20, 22],
    ] as const) {
      await makeBooking(database(), await makeRoom(database(), property), { guest_name, from, to });
    }
    expect(names(await read(staff, 10, 20))).toEqual([
      'From before to after',
      'In the middle',
      'Comes on the last night',
    ]);
  });

  it('has the requests and the stays that are over, and nobody who cancelled or did not come', async () => {
    const statuses = ['pending', 'confirmed', 'checked_in', 'checked_out', 'cancelled', 'no_show'];
    for (const status of statuses) {
      const room = await makeRoom(database(), property);
      await makeBooking(database(), room, { status, guest_name: status, from: 40, to: 42 });
    }
    expect(names(await read(staff, 40, 41)).toSorted()).toEqual(statuses.slice(0, 4).toSorted());
  });

  it('has all rooms by type, in the order of types and of rooms, those without a type last', async () => {
    const own = await makeProperty(database());
    const member = await signUpMember(database(), own.id, 'staff');
    const [garden, sea] = [await makeRoomType(database(), own), await makeRoomType(database(), own)];
    for (const [room_number, room_type_id] of [
      ['9', null],
      ['3', sea.id],
      ['1', garden.id],
      ['4', sea.id],
      ['2', garden.id],
    ] as const) {
      await makeRoom(database(), own, { room_number, room_type_id, beds: room_number === '9' ? ['a'] : [] });
    }
    const calendar = await read(member, 0, 1, own);
    expect(calendar.rooms.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '9']);
    expect(calendar.rooms.at(-1)).toMatchObject({ typeId: null, beds: ['a'], state: 'clean', dirtyBeds: [] });
    expect(calendar.types.map(({ id }) => id)).toEqual([garden.id, sea.id]);
    expect(calendar.stays).toEqual([]);
  });

  it('has the stays that wait for a room, whenever they come, unless they should have come long ago', async () => {
    const own = await makeProperty(database());
    const member = await signUpMember(database(), own.id, 'staff');
    const room = await makeRoom(database(), own);
    for (const [guest_name, from] of [
      ['Next year', 300],
      ['Was to come', -30],
    ] as const) {
      const { id } = await makeBooking(database(), room, { guest_name, from, to: from + 2 });
      await database().sql('update public.accom_bookings set room_id = null where id = $1', [id]);
    }
    expect((await read(member, 0, 14, own)).stays).toMatchObject([{ name: 'Next year', roomId: null }]);
  });

  it('has where a guest slept before the move, and the present room from that day on', async () => {
    const own = await makeProperty(database());
    const member = await signUpMember(database(), own.id, 'staff');
    const [before, after] = [await makeRoom(database(), own), await makeRoom(database(), own)];
    const stay = await makeBooking(database(), after, { from: -3, to: 2, status: 'checked_in' });
    await database().sql(
      `with moved as (
         update public.accom_bookings set room_since = now() - interval '24 hours' where id = $1 returning id, property_id
       )
       insert into public.stay_past_rooms (property_id, booking_id, room_id, until_at)
       select property_id, id, $2, now() - interval '24 hours' from moved`,
      [stay.id, before.id],
    );
    const { stays, pastRooms, today } = await read(member, -7, 7, own);
    const [{ from: arrival, roomFrom } = { from: '', roomFrom: '' }] = stays;
    expect(pastRooms).toMatchObject([{ bookingId: stay.id, roomId: before.id, from: arrival, to: roomFrom }]);
    expect(stays).toMatchObject([{ roomId: after.id }]);
    expect(roomFrom > arrival && roomFrom < today).toBe(true);
    expect((await read(member, 1, 7, own)).pastRooms).toEqual([]);
  });

  it('has the blocks that touch its days', async () => {
    const own = await makeProperty(database());
    const member = await signUpMember(database(), own.id, 'staff');
    const room = await makeRoom(database(), own);
    const { id } = await insertRow<{ id: string }>(database(), 'room_blocks', {
      property_id: own.id,
      room_id: room.id,
      kind: 'maintenance',
      from_date: '2031-03-10',
      until_date: '2031-03-12',
    });
    const blocksOf = async (from: string, to: string) => {
      const [row] = await queryAs<{ found: Calendar }>(
        database(),
        member,
        'select public.read_calendar($1, $2, $3) as found',
        [own.id, from, to],
      );
      return row?.found.blocks;
    };
    expect(await blocksOf('2031-03-11', '2031-03-20')).toMatchObject([
      { id, kind: 'maintenance', bed: null },
    ]);
    expect(await blocksOf('2031-03-12', '2031-03-20')).toEqual([]);
    expect(await blocksOf('2031-03-01', '2031-03-10')).toEqual([]);
  });

  it('is for the desk of its own place', async () => {
    const elsewhere = await makeProperty(database());
    const [housekeeper, manager, stranger] = [
      await signUpMember(database(), property.id, 'housekeeper'),
      await signUpMember(database(), property.id, 'manager'),
      await signUpMember(database(), elsewhere.id, 'owner'),
    ];
    const refusal = (person: Person) => catchDatabaseError(read(person, 0, 14));
    expect(names(await read(manager, 10, 20))).toHaveLength(3);
    expect(await refusal(housekeeper)).toMatchObject({ code: 'PT403' });
    expect(await refusal(stranger)).toMatchObject({ code: 'PT404' });
    expect(await refusal(anon)).toMatchObject({ code: '42501' });
    expect(await refusal(staysServer)).toMatchObject({ code: '42501' });
    expect(names(await read(stranger, 0, 60, elsewhere))).toEqual([]);
  });

  it.each([
    ['no days', `'2031-01-01', '2031-01-01'`],
    ['days without end', `'2031-01-01', 'infinity'`],
    ['null', `null, '2031-01-01'`],
    ['more than 400 days', `'2031-01-01', '2032-03-01'`],
  ])('%s cannot be shown', async (_, days) => {
    const call = runAs(database(), staff, (sql) =>
      sql(`select public.read_calendar($1, ${days})`, [property.id]),
    );
    expect(await catchDatabaseError(call)).toMatchObject({ detail: { reason: 'days_cannot_be_shown' } });
  });
});

onNativePostgres('what the calendar reads', {}, (database) => {
  /** Twenty rooms, each with a stay of two nights every three days, for so many days before and after today. */
  const fill = async (days: number) => {
    const property = await makeProperty(database());
    const staff = await signUpMember(database(), property.id, 'staff');
    await database().sql(
      `with room as (
         insert into public.accom_rooms (property_id, room_number) select $1, n::text from generate_series(1, 20) n returning id
       )
       insert into public.accom_bookings (property_id, room_id, guest_name, guest_last_name, check_in_date, check_out_date)
       select $1, room.id, 'Ann Lee', 'Lee', current_date + day, current_date + day + 2
       from room, generate_series(-$2::integer, $2::integer, 3) day`,
      [property.id, days],
    );
    await database().sql('vacuum analyze public.accom_bookings, public.accom_rooms');
    return { property, staff };
  };

  it('does not grow with the stays before and after its days', async () => {
    const [few, many] = [await fill(30), await fill(600)];
    const connections = database().connect({ max: 1 });
    const costs: number[] = [];
    for (const { property, staff } of [few, many]) {
      costs.push(
        await readBuffers(
          connections,
          staff,
          `public.read_calendar('${property.id}', current_date - 14, current_date + 14)`,
        ),
      );
    }
    const [small = Number.NaN, large = Number.NaN] = costs;
    expect(large, String(costs)).toBeLessThan(small * 2);
    expect(large, String(costs)).toBeLessThan(400);
  });
});
