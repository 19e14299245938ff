import { beforeAll, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import {
  type Booking,
  makeBooking,
  makeProperty,
  makeRoom,
  makeSession,
  type Property,
} from './support/make-property.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';
import { anon, type Person, queryAs, signUp, signUpMember, staysServer } from './support/people.ts';
import { readBuffers } from './support/read-buffers.ts';

type Found = { kind: string; id: string; title: string; detail: string; roomNumber?: string };

onEachEngine('find_anything', {}, (database) => {
  let property: Property;
  let staff: Person;
  let otherStaff: Person;

  const find = async (person: Person, text: string, code: string | null = null): Promise<Found[]> => {
    const call = 'select public.find_anything($1, $2, $3) as found';
    const [row] = await queryAs<{ found: Found[] }>(database(), person, call, [property.id, text, code]);
    return row?.found ?? [];
  };
  const titles = async (text: string, code?: string) =>
    (await find(staff, text, code)).map(({ title }) => title);

  beforeAll(async () => {
    property = await makeProperty(database(), { short_code: 'SUN' });
    const room = await makeRoom(database(), property, { room_number: '203' });
    await makeRoom(database(), property, { room_number: '204' });
    await makeRoom(database(), property, { room_number: '30%' });
    const guest = {
      guest_name: 'Nguyễn Thị Hương',
      guest_last_name: 'Nguyễn',
      guest_phone: '+84 905 550 118',
      guest_email: 'Huong.T@Example.com',
      external_uid: 'HMABQ4_x9',
    };
    await makeBooking(database(), room, { from: 0, to: 2, booking_code: 'BK-GUEST2', ...guest });
    await makeBooking(database(), room, {
      from: -9,
      to: -7,
      guest_name: 'Sean O’Brien',
      guest_last_name: 'O’Brien',
    });
    const other = await makeProperty(database());
    await makeBooking(database(), await makeRoom(database(), other), { from: 0, to: 2, ...guest });
    staff = await signUpMember(database(), property.id, 'staff');
    otherStaff = await signUpMember(database(), other.id, 'staff');
  });

  it.each([
    ['203', ['SUN-203']],
    ['sun-20', ['SUN-203', 'SUN-204']],
    ['Sun 204', ['SUN-204']],
    ['30%', ['SUN-30%']],
    ['2_3', []],
    ['nguyen', ['Nguyễn Thị Hương']],
    ['nguyễn thị', ['Nguyễn Thị Hương']],
    ['obrien', ['Sean O’Brien']],
    ['sean', ['Sean O’Brien']],
    ['0905550118', ['Nguyễn Thị Hương']],
    ['50 118', ['Nguyễn Thị Hương']],
    ['118', []],
    ['huong.t@example.com', ['Nguyễn Thị Hương']],
    ['HUONG.T@', ['Nguyễn Thị Hương']],
    ['huong_t@', []],
    ['uong.t@example.com', []],
    ['HMABQ4_x9', ['Nguyễn Thị Hương']],
    ['hmabq4_x9', []],
    ['HMABQ4', []],
    ['n', []],
    ['  ', []],
  ])('%j finds %j', async (text, expected) => {
    expect(await titles(text)).toEqual(expected);
  });

  it('finds the booking of a code, once, and nothing of another property', async () => {
    expect(await titles('nguyen', 'BK-GUEST2')).toEqual(['Nguyễn Thị Hương']);
    expect(await find(staff, 'bk guest2', 'BK-GUEST2')).toMatchObject([
      { kind: 'booking', roomNumber: '203' },
    ]);
  });

  it('finds an order by its number, which counts the orders of its property', async () => {
    const order = async (one: Booking) => {
      const [row] = await database().sql<{ id: string; number: number }>(
        `insert into public.accom_service_orders (property_id, room_id, booking_id, total, currency)
         values ($1, $2, $3, 0, 'VND') returning id, number`,
        [one.property_id, one['room_id'], one.id],
      );
      return row;
    };
    const booking = await makeBooking(database(), await makeRoom(database(), property), { from: 20, to: 22 });
    const elsewhere = await makeProperty(database());
    const otherBooking = await makeBooking(database(), await makeRoom(database(), elsewhere), {
      from: 0,
      to: 2,
    });
    const orders = [await order(booking), await order(otherBooking), await order(booking)];
    expect(orders.map((one) => one?.number)).toEqual([1, 1, 2]);
    for (const text of ['2', '#2', '# 2']) {
      const found = await find(staff, text);
      expect(found.filter(({ kind }) => kind === 'order').map(({ id }) => id)).toEqual([orders[2]?.id]);
    }
    expect((await find(staff, '3')).filter(({ kind }) => kind === 'order')).toEqual([]);
  });

  it('finds the session of an access code and the code that a room had, and nothing of another property', async () => {
    const room = await makeRoom(database(), property, { room_number: '301' });
    const session = await makeSession(database(), room, { access_code: 'ABCD-2345' });
    expect(await find(staff, 'abcd 2345', 'ABCD-2345')).toMatchObject([
      { kind: 'session', id: session.id, roomNumber: '301' },
    ]);
    const old = String(room['room_code']);
    await database().sql('update public.accom_rooms set room_code = $2 where id = $1', [
      room.id,
      'RM-NEWCDE22',
    ]);
    expect(await find(staff, old, old)).toMatchObject([{ kind: 'retired', title: old }]);
    const foreign = await makeRoom(database(), await makeProperty(database()));
    const foreignSession = await makeSession(database(), foreign, { access_code: 'WXYZ-2345' });
    expect(await find(staff, 'wxyz', String(foreignSession['access_code']))).toEqual([]);
  });

  it('refuses whoever is no member of the property', async () => {
    const stranger = await signUp(database(), 'stranger@example.com');
    for (const person of [stranger, otherStaff]) {
      expect(await catchDatabaseError(find(person, 'nguyen'))).toMatchObject({ code: 'PT404' });
    }
    for (const person of [anon, staysServer]) {
      expect(await catchDatabaseError(find(person, 'nguyen'))).toMatchObject({ code: '42501' });
    }
  });
});

onNativePostgres('find_anything among 5,000 bookings', {}, (database) => {
  let property: Property;
  let staff: Person;

  beforeAll(async () => {
    property = await makeProperty(database(), { short_code: 'SUN' });
    staff = await signUpMember(database(), property.id, 'staff');
    // Every second guest writes one address, and every hundredth one of their own.
    await database().sql(
      `with room as (
         insert into public.accom_rooms (property_id, room_number) select $1, n::text from generate_series(1, 20) n returning id
       ), numbered as (select id, row_number() over () as number from room)
       insert into public.accom_bookings
         (property_id, room_id, guest_name, guest_last_name, guest_email, external_uid, check_in_date, check_out_date, status)
       select $1, r.id, 'Guest ' || day, 'Guest' || day,
         case when day % 2 = 0 then 'agency@example.com' when day % 100 = 1 then 'Own' || day || '@example.com' end,
         'UID-' || r.number || '-' || day, date '2020-01-01' + day, date '2020-01-02' + day, 'checked_out'
       from numbered r, generate_series(1, 250) day`,
      [property.id],
    );
    await database().sql('vacuum analyze public.accom_bookings, public.accom_rooms');
  });

  it.each([
    ['an email address of one guest', 'own201@example.com', 6],
    ['the beginning of an address of many', 'agency', 6],
    ['an address of many', 'AGENCY@example.com', 6],
    ['an external number', 'UID-7-42', 1],
    ['an external number that nobody has', 'UID-7-4242', 0],
  ])('%s is found by an index', async (_, text, count) => {
    const call = `public.find_anything('${property.id}', '${text}')`;
    const [row] = await queryAs<{ found: Found[] }>(database(), staff, `select ${call} as found`, []);
    expect(row?.found).toHaveLength(count);
    const connections = database().connect({ max: 1 });
    expect(await readBuffers(connections, staff, call)).toBeLessThan(100);
  });
});
