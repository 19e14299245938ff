import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeBooking, makeProperty, makeRoom, type Property, type Room } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { anon, memberRoles, type Person, queryAs, runOnConnection, signUpMember } from './support/people.ts';

type Made = { groupId: string; bookings: { id: string; bookingCode: string }[] };

onNativePostgres('a group', {}, (database) => {
  let property: Property;
  let staff: Person;
  const call = `select public.create_group($1, $2::text::jsonb, '2030-01-01', '2030-01-03', 'An Lee', 'Lee', $3) as made`;
  const bedsOf = (rooms: readonly Room[]) =>
    JSON.stringify(rooms.map(({ id }) => ({ roomId: id, guestCount: 2 })));
  const makeRooms = (place = property) => Promise.all([1, 2, 3].map(() => makeRoom(database(), place)));

  const book = async (person: Person, place: string, beds: string, key = crypto.randomUUID() as string) => {
    const [row] = await queryAs<{ made: Made }>(database(), person, call, [place, beds, key]);
    if (row === undefined) throw new Error('the group is made');
    return row.made;
  };
  const readStays = (rooms: readonly Room[]) =>
    database().sql<{ status: string; group_id: string | null }>(
      'select status, group_id, guest_count, booking_code from public.accom_bookings where room_id = any ($1) order by id',
      [rooms.map(({ id }) => id)],
    );

  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
  });

  it.each(memberRoles)('is booked by the desk, and not by a housekeeper: %s', async (role) => {
    const person = await signUpMember(database(), property.id, role);
    const rooms = await makeRooms();
    const made = book(person, property.id, bedsOf(rooms));
    if (role === 'housekeeper') {
      expect(await catchDatabaseError(made)).toMatchObject({ message: 'forbidden' });
      expect(await readStays(rooms)).toEqual([]);
      return;
    }
    const { groupId, bookings } = await made;
    expect(new Set(bookings.map(({ bookingCode }) => bookingCode)).size).toBe(3);
    expect(await readStays(rooms)).toEqual(
      Array(3).fill(expect.objectContaining({ status: 'confirmed', group_id: groupId, guest_count: 2 })),
    );
  });

  it('is booked neither by anon nor by the owner of another place, nor in the rooms of one', async () => {
    const other = await makeProperty(database());
    const owner = await signUpMember(database(), other.id, 'owner');
    const rooms = await makeRooms();
    const [foreign] = await makeRooms(other);
    for (const person of [anon, owner]) {
      await expect(book(person, property.id, bedsOf(rooms))).rejects.toThrow();
    }
    const mixed = bedsOf([...rooms.slice(0, 2), foreign as Room]);
    expect(await catchDatabaseError(book(staff, property.id, mixed))).toMatchObject({ message: 'not_found' });
    expect(await readStays([...rooms, foreign as Room])).toEqual([]);
  });

  it('is booked whole or not at all, and names whoever has one of the rooms', async () => {
    const rooms = await makeRooms();
    const taken = await makeBooking(database(), rooms[1] as Room, {
      check_in_date: '2030-01-02',
      check_out_date: '2030-01-04',
    });
    expect(await catchDatabaseError(book(staff, property.id, bedsOf(rooms)))).toMatchObject({
      message: 'conflict',
      detail: { reason: 'bed_is_taken', obstacle: { id: taken.id, from: '2030-01-02', until: '2030-01-04' } },
    });
    expect(await readStays(rooms)).toHaveLength(1);
  });

  it('sent again under its key is the one of before, and another one under this key is refused', async () => {
    const rooms = await makeRooms();
    const key = crypto.randomUUID();
    const first = await book(staff, property.id, bedsOf(rooms), key);
    expect(await book(staff, property.id, bedsOf(rooms), key)).toEqual(first);
    expect(await readStays(rooms)).toHaveLength(3);
    const other = book(staff, property.id, bedsOf(await makeRooms()), key);
    expect(await catchDatabaseError(other)).toMatchObject({
      message: 'conflict',
      detail: { reason: 'key_was_used_for_another_group' },
    });
  });

  it.each([
    ['one bed', '[{"roomId": "00000000-0000-0000-0000-000000000000"}]'],
    ['null', 'null'],
    ['an object', '{}'],
    ['a room that is no id', '[{"roomId": "x"}, {"roomId": "y"}]'],
    ['guests that are no number', '[{"roomId": "ROOM0"}, {"roomId": "ROOM1", "guestCount": "many"}]'],
    ['guests without end', '[{"roomId": "ROOM0"}, {"roomId": "ROOM1", "guestCount": 99999999999}]'],
    ['no guests', '[{"roomId": "ROOM0", "guestCount": 0}, {"roomId": "ROOM1"}]'],
    ['a bed that is not there', '[{"roomId": "ROOM0", "bed": "top"}, {"roomId": "ROOM1"}]'],
    ['51 beds', JSON.stringify(Array(51).fill({ roomId: crypto.randomUUID() }))],
  ])('%s instead of beds is refused', async (_, beds) => {
    const rooms = await makeRooms();
    const sent = beds.replace('ROOM0', rooms[0]?.id ?? '').replace('ROOM1', rooms[1]?.id ?? '');
    expect(await catchDatabaseError(book(staff, property.id, sent))).toMatchObject({
      message: 'invalid_request',
    });
    expect(await readStays(rooms)).toEqual([]);
  });

  it.each(['', 'short', 'x'.repeat(101)])('a key such as "%s" is refused', async (key) => {
    const made = book(staff, property.id, bedsOf(await makeRooms()), key);
    expect(await catchDatabaseError(made)).toMatchObject({ message: 'invalid_request' });
  });

  it('one bed twice is refused', async () => {
    const [room] = await makeRooms();
    const made = book(staff, property.id, bedsOf([room as Room, room as Room]));
    expect(await catchDatabaseError(made)).toMatchObject({ detail: { reason: 'bed_is_taken' } });
  });

  it('of 16 groups for the same rooms exactly one is booked, and no two wait for each other for ever', async () => {
    const rooms = await makeRooms();
    const connections = database().connect({ max: 16 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 16 }, (_, index) =>
        runOnConnection(connections, staff, (sql) =>
          sql.unsafe(call, [
            property.id,
            bedsOf(index % 2 ? rooms : rooms.toReversed()),
            crypto.randomUUID(),
          ]),
        ),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.message] : []));
    expect(new Set(reasons)).toEqual(new Set(['conflict']));
    expect(await readStays(rooms)).toHaveLength(3);
  });

  describe('cancelled', () => {
    const cancel = (person: Person, id: string, note = '') =>
      queryAs<{ undo: string }>(
        database(),
        person,
        `select public.cancel_group($1, 'guest_asked', $2) as undo`,
        [id, note],
      );
    const statuses = async (rooms: readonly Room[]) =>
      (await readStays(rooms)).map(({ status }) => status).toSorted();

    it('as a whole, all stays that have not begun go, and come back by one undo', async () => {
      const rooms = await makeRooms();
      const { bookings } = await book(staff, property.id, bedsOf(rooms));
      const [first, second] = bookings.map(({ id }) => id);
      await database().sql(`update public.accom_bookings set status = 'checked_in' where id = $1`, [first]);
      const [row] = await cancel(staff, second ?? '', 'They fly home.');
      expect(await statuses(rooms)).toEqual(['cancelled', 'cancelled', 'checked_in']);
      await queryAs(database(), staff, 'select public.undo_change($1)', [row?.undo]);
      expect(await statuses(rooms)).toEqual(['checked_in', 'confirmed', 'confirmed']);
      const again = book(staff, property.id, bedsOf(rooms));
      expect(await catchDatabaseError(again)).toMatchObject({ detail: { reason: 'bed_is_taken' } });
    });

    it('by nobody else, not twice, and not a booking of its own', async () => {
      const rooms = await makeRooms();
      const { bookings } = await book(staff, property.id, bedsOf(rooms));
      const id = bookings[0]?.id ?? '';
      const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
      const other = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
      for (const person of [anon, housekeeper, other]) {
        await expect(cancel(person, id)).rejects.toThrow();
      }
      expect(await catchDatabaseError(cancel(staff, id, 'x'.repeat(501)))).toMatchObject({
        detail: { reason: 'reason_is_too_long' },
      });
      expect(await statuses(rooms)).toEqual(['confirmed', 'confirmed', 'confirmed']);
      await cancel(staff, id);
      const alone = await makeBooking(database(), await makeRoom(database(), property));
      for (const one of [id, alone.id]) {
        expect(await catchDatabaseError(cancel(staff, one))).toMatchObject({
          message: 'illegal_step',
          detail: { reason: 'nothing_to_cancel' },
        });
      }
    });
  });

  it('each stay shows the others, and one of its own shows none', async () => {
    const rooms = await makeRooms();
    const { bookings } = await book(staff, property.id, bedsOf(rooms));
    const alone = await makeBooking(database(), await makeRoom(database(), property));
    const read = async (id: string) => {
      const [row] = await queryAs<{ found: { group: { id: string }[] } }>(
        database(),
        staff,
        'select public.read_booking($1, $2) as found',
        [property.id, id],
      );
      return row?.found.group.map((one) => one.id);
    };
    expect(await read(bookings[1]?.id ?? '')).toEqual(bookings.map(({ id }) => id));
    expect(await read(alone.id)).toEqual([]);
  });
});
