import { beforeAll, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeBooking, makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { onEachEngine } from './support/on-each-engine.ts';
import { anon, type Person, queryAs, signUp, signUpMember, staysServer } from './support/people.ts';

type Found = { kind: string; title: string; detail: string; roomNumber?: string };

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
