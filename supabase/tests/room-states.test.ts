import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import {
  type Booking,
  makeBooking,
  makeProperty,
  makeRoom,
  type Property,
  type Room,
} from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, signUpMember } from './support/people.ts';

type State = { id: string; state: string; dirty_beds: string[] };

const conflict = (reason: string) => ({ code: 'PT409', message: 'conflict', detail: { reason } });
const forbidden = { code: 'PT403', message: 'forbidden', detail: {} };
const notFound = { code: 'PT404', message: 'not_found', detail: {} };

async function call(database: TestDatabase, person: Person, name: string, args: Record<string, unknown>) {
  const named = Object.keys(args).map((key, index) => `${key} => $${index + 1}`);
  const [row] = await queryAs<{ result: unknown }>(
    database,
    person,
    `select public.${name}(${named.join(', ')}) as result`,
    Object.values(args),
  );
  return row?.result;
}

onNativePostgres('the state of a room', {}, (database) => {
  let property: Property;
  let staff: Person;
  let manager: Person;
  let housekeeper: Person;
  const run = (name: string, args: Record<string, unknown>, person = staff) =>
    call(database(), person, name, args);
  const readState = async (room: Room): Promise<State> => {
    const [row] = await database().sql<State>(
      'select id, state, dirty_beds from public.room_states where room_id = $1',
      [room.id],
    );
    if (row === undefined) throw new Error('the room has a state');
    return row;
  };
  const setState = async (room: Room, state: string, person = staff) => {
    const seen = await readState(room);
    return run('set_room_state', { state_id: seen.id, seen: seen.state, state }, person);
  };
  const undoLast = async (person: Person, rowId: string, reason: string | null = null) => {
    const [entry] = await database().sql<{ id: string }>(
      'select id from public.audit_log where row_id = $1 order by created_at desc limit 1',
      [rowId],
    );
    return run('undo_change', { change_id: entry?.id, reason }, person);
  };
  const makeDorm = () => makeRoom(database(), property, { beds: '{A,B}' });
  const makeLeaving = async (room: Room, bed = ''): Promise<Booking> =>
    makeBooking(database(), room, { status: 'checked_in', bed });

  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
    manager = await signUpMember(database(), property.id, 'manager');
    housekeeper = await signUpMember(database(), property.id, 'housekeeper');
  });

  describe('by hand', () => {
    it('a new room is clean, and a housekeeper takes it through all of its work', async () => {
      const room = await makeRoom(database(), property);
      for (const state of ['dirty', 'cleaning', 'clean', 'inspected', 'dirty']) {
        await setState(room, state, housekeeper);
        expect(await readState(room)).toMatchObject({ state });
      }
    });

    it('a step from a state that is no longer there is refused', async () => {
      const room = await makeRoom(database(), property);
      const { id } = await readState(room);
      await setState(room, 'dirty');
      const late = run('set_room_state', { state_id: id, seen: 'clean', state: 'inspected' });
      expect(await catchDatabaseError(late)).toMatchObject(conflict('changed_meanwhile'));
    });

    it('a housekeeper neither takes a room out of use nor back into use, the desk does both', async () => {
      const room = await makeRoom(database(), property);
      expect(await catchDatabaseError(setState(room, 'out_of_order', housekeeper))).toMatchObject(forbidden);
      await setState(room, 'out_of_order');
      expect(await catchDatabaseError(setState(room, 'clean', housekeeper))).toMatchObject(forbidden);
      // Who saw it dirty a moment ago is told that it changed, not that they may not clean.
      const { id } = await readState(room);
      const late = run('set_room_state', { state_id: id, seen: 'dirty', state: 'clean' }, housekeeper);
      expect(await catchDatabaseError(late)).toMatchObject(conflict('changed_meanwhile'));
      await setState(room, 'dirty');
    });

    it('a dorm that is clean has all beds made', async () => {
      const dorm = await makeDorm();
      const { id } = await readState(dorm);
      await run('set_bed_dirty', { state_id: id, bed: 'A', is_dirty: true }, housekeeper);
      await run('set_bed_dirty', { state_id: id, bed: 'B', is_dirty: true }, housekeeper);
      await run('set_bed_dirty', { state_id: id, bed: 'A', is_dirty: false }, housekeeper);
      expect(await readState(dorm)).toMatchObject({ state: 'clean', dirty_beds: ['B'] });
      await setState(dorm, 'inspected', housekeeper);
      expect(await readState(dorm)).toMatchObject({ dirty_beds: [] });
    });

    it('only a bed that the room has is made, and once', async () => {
      const dorm = await makeDorm();
      const { id } = await readState(dorm);
      const make = (bed: string | null) =>
        catchDatabaseError(run('set_bed_dirty', { state_id: id, bed, is_dirty: false }));
      expect(await make('C')).toMatchObject({ code: 'PT400', detail: { reason: 'no_such_bed' } });
      expect(await make(null)).toMatchObject({ code: 'PT400', detail: { reason: 'no_such_bed' } });
      expect(await make('A')).toMatchObject(conflict('changed_meanwhile'));
    });

    it('a bed that is taken out of the room is not left to be made', async () => {
      const dorm = await makeDorm();
      const { id } = await readState(dorm);
      await run('set_bed_dirty', { state_id: id, bed: 'A', is_dirty: true });
      await database().sql(`update public.accom_rooms set beds = '{B}' where id = $1`, [dorm.id]);
      expect(await readState(dorm)).toMatchObject({ dirty_beds: [] });
    });

    it('who made a mistake undoes it within ten minutes, housekeepers too; a manager undoes that of another', async () => {
      const room = await makeRoom(database(), property);
      const { id } = await readState(room);
      await setState(room, 'dirty', housekeeper);
      expect(await catchDatabaseError(undoLast(staff, id))).toMatchObject(forbidden);
      await undoLast(housekeeper, id);
      expect(await readState(room)).toMatchObject({ state: 'clean' });
      await setState(room, 'dirty', housekeeper);
      await undoLast(manager, id, 'Another room was meant');
      expect(await readState(room)).toMatchObject({ state: 'clean' });
    });

    it('is nothing that another place can see or change', async () => {
      const room = await makeRoom(database(), property);
      const { id } = await readState(room);
      const owner = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
      expect(await catchDatabaseError(setState(room, 'dirty', owner))).toMatchObject(notFound);
      const makeBed = run('set_bed_dirty', { state_id: id, bed: 'A', is_dirty: true }, owner);
      expect(await catchDatabaseError(makeBed)).toMatchObject(notFound);
      expect(
        await queryAs(database(), owner, 'select id from public.room_states where id = $1', [id]),
      ).toEqual([]);
    });

    it('a room that was added by mistake is removed by undo, and a removed one comes back clean', async () => {
      const [room] = await queryAs<Room>(
        database(),
        manager,
        `insert into public.accom_rooms (property_id, room_number) values ($1, 'Mistake') returning *`,
        [property.id],
      );
      if (room === undefined) throw new Error('the room was added');
      await undoLast(manager, room.id);
      expect(await database().sql('select id from public.room_states where room_id = $1', [room.id])).toEqual(
        [],
      );
      await undoLast(manager, room.id);
      expect(await readState(room)).toMatchObject({ state: 'clean' });
    });
  });

  describe('with a departure', () => {
    it('check-out makes the room dirty, and its undo makes it what it was', async () => {
      const room = await makeRoom(database(), property);
      const booking = await makeLeaving(room);
      await setState(room, 'inspected');
      await run('check_out', { booking_id: booking.id });
      expect(await readState(room)).toMatchObject({ state: 'dirty' });
      await undoLast(staff, booking.id);
      expect(await readState(room)).toMatchObject({ state: 'inspected' });
      // The undo is undone: the guest has left after all.
      await undoLast(manager, booking.id, 'Left after all');
      expect(await readState(room)).toMatchObject({ state: 'dirty' });
    });

    it('the undo of a check-out leaves a room that was cleaned since as it is', async () => {
      const room = await makeRoom(database(), property);
      const booking = await makeLeaving(room);
      await setState(room, 'inspected');
      await run('check_out', { booking_id: booking.id });
      await setState(room, 'clean', housekeeper);
      await undoLast(staff, booking.id);
      expect(await readState(room)).toMatchObject({ state: 'clean' });
    });

    it('check-out of one bed of a dorm makes that bed dirty and no other, and its undo makes it again', async () => {
      const dorm = await makeDorm();
      const leaving = await makeLeaving(dorm, 'A');
      const neighbour = await makeLeaving(dorm, 'B');
      await run('check_out', { booking_id: leaving.id });
      expect(await readState(dorm)).toMatchObject({ state: 'clean', dirty_beds: ['A'] });
      await run('check_out', { booking_id: neighbour.id });
      await undoLast(staff, leaving.id);
      expect(await readState(dorm)).toMatchObject({ state: 'clean', dirty_beds: ['B'] });
    });

    it('a room that is out of order stays so when its guest leaves', async () => {
      const room = await makeRoom(database(), property);
      const booking = await makeLeaving(room);
      await setState(room, 'out_of_order');
      await run('check_out', { booking_id: booking.id });
      expect(await readState(room)).toMatchObject({ state: 'out_of_order' });
    });
  });

  describe('with an arrival', () => {
    const arrive = async (room: Room, columns: Parameters<typeof makeBooking>[2] = {}) =>
      makeBooking(database(), room, { from: 0, to: 2, ...columns });
    const checkIn = (booking: Booking, args: Record<string, unknown> = {}) =>
      run('check_in', { booking_id: booking.id, ...args });
    const readBooking = async ({ id }: Booking) => {
      const [row] = await database().sql(
        'select status, arrived_at from public.accom_bookings where id = $1',
        [id],
      );
      return row;
    };

    it.each(['dirty', 'cleaning'])(
      'a guest is not checked in to a room that is %s, unless the desk says so, which the history tells',
      async (state) => {
        const room = await makeRoom(database(), property);
        const booking = await arrive(room);
        await setState(room, state);
        expect(await catchDatabaseError(checkIn(booking))).toMatchObject(conflict('room_is_not_clean'));
        expect(await readBooking(booking)).toMatchObject({ status: 'confirmed' });
        await checkIn(booking, { despite_room: true });
        expect(await readBooking(booking)).toMatchObject({ status: 'checked_in' });
        const log = await database().sql(
          `select detail from public.audit_log where row_id = $1 and action = 'checked_in_despite_room'`,
          [booking.id],
        );
        expect(log).toEqual([{ detail: { name: room.room_number, to: { state } } }]);
      },
    );

    it.each(['clean', 'inspected'])('a guest is checked in to a room that is %s', async (state) => {
      const room = await makeRoom(database(), property);
      if (state !== 'clean') await setState(room, state);
      await checkIn(await arrive(room));
    });

    it('nothing checks a guest in to a room that is out of order', async () => {
      const room = await makeRoom(database(), property);
      const booking = await arrive(room);
      await setState(room, 'out_of_order');
      for (const despite of [false, true, null]) {
        expect(await catchDatabaseError(checkIn(booking, { despite_room: despite }))).toMatchObject(
          conflict('room_is_out_of_order'),
        );
      }
    });

    it('in a dorm only the own bed has to be made', async () => {
      const dorm = await makeDorm();
      const { id } = await readState(dorm);
      await run('set_bed_dirty', { state_id: id, bed: 'A', is_dirty: true });
      await checkIn(await arrive(dorm, { bed: 'B' }));
      expect(await catchDatabaseError(checkIn(await arrive(dorm, { bed: 'A' })))).toMatchObject(
        conflict('room_is_not_clean'),
      );
    });

    it('a walk-in gets a dirty room only where the desk says so', async () => {
      const room = await makeRoom(database(), property);
      await setState(room, 'dirty');
      const walkIn = (args: Record<string, unknown>) =>
        run('book_walk_in', { room_id: room.id, last_name: 'Lee', nights: 1, ...args });
      expect(await catchDatabaseError(walkIn({}))).toMatchObject(conflict('room_is_not_clean'));
      expect(await database().sql('select from public.accom_bookings where room_id = $1', [room.id])).toEqual(
        [],
      );
      await walkIn({ despite_room: true });
    });

    it('a guest who waits for the room is noted once, is no no-show, and that is undone', async () => {
      const booking = await arrive(await makeRoom(database(), property));
      await run('note_arrival', { booking_id: booking.id });
      expect(await readBooking(booking)).toMatchObject({
        status: 'confirmed',
        arrived_at: expect.anything(),
      });
      expect(await catchDatabaseError(run('note_arrival', { booking_id: booking.id }))).toMatchObject({
        code: 'PT409',
        message: 'illegal_step',
      });
      expect(await catchDatabaseError(run('mark_no_show', { booking_id: booking.id }))).toMatchObject({
        code: 'PT409',
        detail: { reason: 'guest_has_arrived' },
      });
      await undoLast(staff, booking.id);
      expect(await readBooking(booking)).toMatchObject({ arrived_at: null });
    });

    it.each([
      ['before the first day', { from: 1, to: 2 }, 'stay_has_not_begun'],
      ['after the last day', { from: -3, to: -1 }, 'stay_is_over'],
    ])('nobody has arrived %s', async (_, days, reason) => {
      const booking = await arrive(await makeRoom(database(), property), days);
      expect(await catchDatabaseError(run('note_arrival', { booking_id: booking.id }))).toMatchObject({
        code: 'PT409',
        detail: { reason },
      });
    });

    it('Today tells what is in the way of each arrival, and who waits', async () => {
      const own = await makeProperty(database());
      const desk = await signUpMember(database(), own.id, 'staff');
      const [clean, dirty, taken] = [
        await makeRoom(database(), own),
        await makeRoom(database(), own),
        await makeRoom(database(), own),
      ];
      const bookings = [await arrive(clean), await arrive(dirty), await arrive(taken)];
      const shelved = await arrive(await makeRoom(database(), own));
      await database().sql('update public.accom_bookings set room_id = null where id = $1', [shelved.id]);
      await setState(dirty, 'dirty', desk);
      await makeBooking(database(), taken, { from: -2, to: 0, status: 'checked_in' });
      await run('note_arrival', { booking_id: bookings[1]?.id }, desk);
      const read = await run('read_guests_of_today', { property_id: own.id }, desk);
      expect(read).toMatchObject({
        obstacles: {
          [bookings[0]?.id ?? '']: null,
          [bookings[1]?.id ?? '']: 'dirty',
          [bookings[2]?.id ?? '']: 'occupied',
          [shelved.id]: 'no_room',
        },
        arrived: { [bookings[1]?.id ?? '']: expect.any(String) },
      });
    });
  });

  describe('the rooms to clean', () => {
    it('are first those whose guest waits, then those whose guest comes today, and tell nothing of the guest', async () => {
      const own = await makeProperty(database());
      const desk = await signUpMember(database(), own.id, 'staff');
      const cleaner = await signUpMember(database(), own.id, 'housekeeper');
      const rooms = [];
      for (const number of ['1', '2', '3', '4']) {
        rooms.push(await makeRoom(database(), own, { room_number: number }));
      }
      const [, comes, waits, clean] = rooms;
      if (comes === undefined || waits === undefined || clean === undefined) throw new Error('four rooms');
      await makeBooking(database(), comes, { from: 0, to: 1 });
      const waiting = await makeBooking(database(), waits, { from: 0, to: 1 });
      await run('note_arrival', { booking_id: waiting.id }, desk);
      for (const room of rooms) {
        if (room !== clean) await setState(room, 'dirty', desk);
      }
      const list = await run('list_rooms_to_clean', { property_id: own.id }, cleaner);
      expect(list).toMatchObject([
        { number: '3', guest: 'waits' },
        { number: '2', guest: 'comes' },
        { number: '1', guest: null, isOccupied: false },
      ]);
      expect(JSON.stringify(list)).not.toMatch(/Johnson|BK-|RM-/);
      for (const room of rooms) expect(JSON.stringify(list)).not.toContain(room.id);
    });

    it('are of one place alone', async () => {
      const owner = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
      const read = run('list_rooms_to_clean', { property_id: property.id }, owner);
      expect(await catchDatabaseError(read)).toMatchObject(notFound);
    });
  });

  describe('out of order', () => {
    const book = (room: Room) =>
      run('create_booking', {
        room_id: room.id,
        check_in: '2031-01-01',
        check_out: '2031-01-02',
        guest_name: 'Ann Lee',
        guest_last_name: 'Lee',
      });

    it('nobody is booked, walked or moved into the room until it is back in use', async () => {
      const [room, other] = [await makeRoom(database(), property), await makeRoom(database(), property)];
      const booking = await makeBooking(database(), other, { from: 3, to: 4 });
      const [read] = await database().sql<{ version: string; first: string; last: string }>(
        `select updated_at::text as version, check_in_date::text as first, check_out_date::text as last
         from public.accom_bookings where id = $1`,
        [booking.id],
      );
      await setState(room, 'out_of_order');
      const move = () =>
        run('move_booking', {
          booking_id: booking.id,
          version: read?.version,
          room_id: room.id,
          bed: '',
          check_in: read?.first,
          check_out: read?.last,
        });
      const walkIn = () => run('book_walk_in', { room_id: room.id, last_name: 'Lee', nights: 1 });
      // The same from the shelf, where the stay has no room.
      const assign = async () => {
        await database().sql('update public.accom_bookings set room_id = null where id = $1', [booking.id]);
        await database().sql('update public.accom_bookings set room_id = $2 where id = $1', [
          booking.id,
          room.id,
        ]);
      };
      for (const refused of [() => book(room), walkIn, move, assign]) {
        expect(await catchDatabaseError(refused())).toMatchObject(conflict('room_is_out_of_order'));
      }
      await setState(room, 'dirty');
      await book(room);
    });

    it('the room is offered neither by the desk nor on the page of the place', async () => {
      const own = await makeProperty(database());
      const desk = await signUpMember(database(), own.id, 'staff');
      const room = await makeRoom(database(), own);
      const readFree = async () => [
        await run(
          'list_free_beds',
          { property_id: own.id, check_in: '2031-01-01', check_out: '2031-01-02' },
          desk,
        ),
        await database().sql(`select room_id from private.find_free_beds($1, '2031-01-01', '2031-01-02')`, [
          own.id,
        ]),
      ];
      expect(await readFree()).toMatchObject([[{ roomId: room.id, isReady: true }], [{ room_id: room.id }]]);
      await setState(room, 'dirty', desk);
      expect(await readFree()).toMatchObject([[{ roomId: room.id, isReady: false }], [{ room_id: room.id }]]);
      await setState(room, 'out_of_order', desk);
      expect(await readFree()).toEqual([[], []]);
    });

    it('a booking that is cancelled by mistake comes back into its room all the same', async () => {
      const room = await makeRoom(database(), property);
      const booking = await makeBooking(database(), room, { from: 3, to: 4 });
      await run('cancel_booking', { booking_id: booking.id });
      await setState(room, 'out_of_order');
      await undoLast(staff, booking.id);
    });
  });
});
