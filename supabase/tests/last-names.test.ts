import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeBooking, makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { onEachEngine } from './support/on-each-engine.ts';
import { anon, type Person, queryAs, signUpMember } from './support/people.ts';

type Measured = {
  guests: number;
  commonNames: string[];
  rooms: number;
  roomsOpened: number;
  isEnough: boolean;
  proposesPin: boolean;
};

async function measure(database: TestDatabase, person: Person, propertyId: unknown): Promise<Measured> {
  const call = 'select public.measure_last_names($1) as measured';
  const [row] = await queryAs<{ measured: Measured }>(database, person, call, [propertyId]);
  if (row === undefined) throw new Error('the function returns one row');
  return row.measured;
}

/** Fills ten rooms with one guest each and as many who left, with these last names in turn. */
async function fillRooms(
  database: TestDatabase,
  property: Property,
  stays: number,
  nameOf: (index: number) => string,
): Promise<void> {
  for (let room = 0; room < 10; room += 1) {
    const made = await makeRoom(database, property);
    for (let stay = 0; stay < stays; stay += 1) {
      const index = room * stays + stay;
      const name = nameOf(index);
      const past = stay * 3;
      await makeBooking(database, made, {
        from: -1 - past,
        to: 1 - past,
        status: stay === 0 ? 'checked_in' : 'checked_out',
        guest_name: `Guest${index} ${name}`,
        guest_last_name: name,
      });
    }
  }
}

const vietnamese = ['Nguyễn', 'Trần', 'NGUYEN', 'Lê', 'Phạm', 'nguyễn', 'Hoàng', 'Vũ', 'Đặng', 'Bùi'];

onEachEngine('measure_last_names', {}, (database) => {
  let property: Property;
  let manager: Person;
  beforeAll(async () => {
    property = await makeProperty(database());
    await fillRooms(database(), property, 4, (index) => vietnamese[index % vietnamese.length] ?? '');
    manager = await signUpMember(database(), property.id, 'manager');
  });

  it('counts the rooms that the five most common last names open, in every spelling, and proposes the PIN', async () => {
    const measured = await measure(database(), manager, property.id);
    expect(measured).toMatchObject({ guests: 40, rooms: 10, proposesPin: true });
    expect(measured.commonNames).toHaveLength(5);
    expect(measured.commonNames[0]?.toLowerCase()).toMatch(/^nguy[eễ]n$/);
    const [counted] = await database().sql<{ opened: number }>(
      `select count(distinct room_id)::integer as opened from public.accom_bookings
       where property_id = $1 and status = 'checked_in' and private.normalise_name(guest_last_name) = any ($2)`,
      [
        property.id,
        measured.commonNames.map((name) =>
          name.normalize('NFD').replace(/\p{M}/gu, '').replace('Đ', 'D').toLowerCase(),
        ),
      ],
    );
    expect(measured.roomsOpened).toBe(counted?.opened);
    expect(measured.roomsOpened).toBeGreaterThan(4);
  });

  it.each(['pin', 'room_number', 'none'])(
    'does not propose the PIN to a property whose method is %s',
    async (method) => {
      const set = (verification: string) =>
        database().sql(
          `update public.accom_properties set access_settings = access_settings
           || jsonb_build_object('verification_method', $2::text, 'order_requires_verification', $2::text <> 'none') where id = $1`,
          [property.id, verification],
        );
      await set(method);
      expect(await measure(database(), manager, property.id)).toMatchObject({ proposesPin: false });
      await set('last_name');
    },
  );

  it('does not propose the PIN where last names are all different, or too few to tell', async () => {
    const mixed = await makeProperty(database());
    await fillRooms(
      database(),
      mixed,
      4,
      (index) => `Family${String.fromCharCode(97 + (index % 26))}${index}`,
    );
    const small = await makeProperty(database());
    await fillRooms(database(), small, 2, () => 'Nguyễn');
    const empty = await makeProperty(database());
    for (const [{ id }, expected] of [
      [mixed, { guests: 40, commonNames: [], rooms: 10, roomsOpened: 0, isEnough: true, proposesPin: false }],
      [
        small,
        {
          guests: 20,
          commonNames: ['Nguyễn'],
          rooms: 10,
          roomsOpened: 10,
          isEnough: false,
          proposesPin: false,
        },
      ],
      [empty, { guests: 0, commonNames: [], rooms: 0, roomsOpened: 0, isEnough: false, proposesPin: false }],
    ] as const) {
      const owner = await signUpMember(database(), id, 'owner');
      expect(await measure(database(), owner, id)).toEqual(expected);
    }
  });

  it('one guest who comes often makes no name common, and cancelled bookings and those of last year do not count', async () => {
    const house = await makeProperty(database());
    const room = await makeRoom(database(), house);
    for (let visit = 0; visit < 5; visit += 1) {
      await makeBooking(database(), room, { from: -3 * visit - 2, to: -3 * visit, status: 'checked_out' });
    }
    for (const [index, columns] of [
      { from: -500, to: -498, status: 'checked_out' },
      { from: -510, to: -508, status: 'checked_out' },
      { from: 30, to: 32, status: 'cancelled' },
      { from: 40, to: 42, status: 'pending' },
    ].entries()) {
      await makeBooking(database(), room, { ...columns, guest_name: `Other${index} Johnson` });
    }
    const owner = await signUpMember(database(), house.id, 'owner');
    expect(await measure(database(), owner, house.id)).toMatchObject({
      guests: 1,
      commonNames: [],
      roomsOpened: 0,
    });
  });

  it('only managers and owners of the property may call it', async () => {
    const staff = await signUpMember(database(), property.id, 'staff');
    const other = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    const refusal = (person: Person, id: unknown) => catchDatabaseError(measure(database(), person, id));
    expect(await refusal(staff, property.id)).toMatchObject({ code: 'PT403', message: 'forbidden' });
    const unknown = await refusal(other, crypto.randomUUID());
    expect(unknown).toMatchObject({ code: 'PT404', message: 'not_found' });
    expect(await refusal(other, property.id)).toEqual(unknown);
    expect(await refusal(anon, property.id)).toMatchObject({ code: '42501' });
    const owner = await signUpMember(database(), property.id, 'owner');
    expect(await measure(database(), owner, property.id)).toMatchObject({ guests: 40 });
  });
});
