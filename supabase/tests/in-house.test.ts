import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import {
  call,
  conflict,
  dayFromToday,
  forbidden,
  impossible,
  notFound,
  undoLast,
} from './support/desk-calls.ts';
import { getOwnStay, makePhone, resolveRoom, verifyRoom } from './support/guest-calls.ts';
import { reportIncident } from './support/incident-calls.ts';
import {
  type Booking,
  makeBooking,
  makeProperty,
  makeRoom,
  makeSession,
  type Property,
  type Room,
} from './support/make-property.ts';
import { makeRoomType } from './support/make-room-type.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import {
  listOrders,
  makeItem,
  placeOrder,
  subjectOfBooking,
  subjectOfSession,
} from './support/order-calls.ts';
import { type Person, runOnConnection, signUpMember, staysServer } from './support/people.ts';

onNativePostgres('a guest in house who gets another room', {}, (database) => {
  let property: Property;
  let staff: Person;
  let item: { id: string };
  const run = (name: string, args: Record<string, unknown>, person = staff) =>
    call(database(), person, name, args);
  const readRow = async (table: string, id: unknown) => {
    const [row] = await database().sql<Record<string, unknown>>(
      `select * from public.${table} where id = $1`,
      [id],
    );
    if (row === undefined) throw new Error('the row is there');
    return row;
  };
  /** The move of a guest in house, as the desk sends it. The days are those of the stay unless it says others. */
  const moveOf = async (stay: Booking, room: Room, more: Record<string, unknown> = {}) => {
    const [row] = await database().sql<Record<string, unknown>>(
      `select updated_at::text as version, check_in_date::text as "checkIn", check_out_date::text as "checkOut"
      from public.accom_bookings where id = $1`,
      [stay.id],
    );
    return { bookingId: stay.id, roomId: room.id, ...row, ...more };
  };
  const moveAll = async (moves: Record<string, unknown>[], person = staff) =>
    (await run('move_stays', { property_id: property.id, moves: JSON.stringify(moves) }, person)) as {
      undoId: string;
      warnings: unknown[];
    };
  const move = async (stay: Booking, room: Room, more: Record<string, unknown> = {}, person = staff) =>
    moveAll([await moveOf(stay, room, more)], person);
  const undo = (undoId: unknown) => run('undo_change', { change_id: undoId });
  const preview = (moves: Record<string, unknown>[]) =>
    run('preview_moves', { property_id: property.id, moves: JSON.stringify(moves) });
  const readPastRooms = (stay: Booking) =>
    database().sql<Record<string, unknown>>(
      'select room_id, bed, from_at, until_at from public.stay_past_rooms where booking_id = $1 order by until_at',
      [stay.id],
    );
  const stateOf = async (room: Room) =>
    (
      await database().sql('select state, dirty_beds from public.room_states where room_id = $1', [room.id])
    )[0];
  const setUp = async (columns: Record<string, unknown> = {}) => {
    const [old, next] = [
      await makeRoom(database(), property, columns),
      await makeRoom(database(), property, columns),
    ];
    const stay = await makeBooking(database(), old, { from: -2, to: 3, status: 'checked_in', pin: '123456' });
    return { old, next, stay };
  };
  const order = async (stay: Booking) => {
    const placed = await placeOrder(database(), subjectOfBooking(stay), {
      items: [{ itemId: item.id, quantity: 1 }],
    });
    return placed.order?.id;
  };

  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
    item = await makeItem(database(), property);
  });

  it('is there from now on, and where they slept stays known', async () => {
    const { old, next, stay } = await setUp();
    await move(stay, next);
    expect(await readRow('accom_bookings', stay.id)).toMatchObject({
      room_id: next.id,
      status: 'checked_in',
    });
    const third = await makeRoom(database(), property);
    await move(stay, third);
    const past = await readPastRooms(stay);
    expect(past).toMatchObject([
      { room_id: old.id, from_at: null },
      { room_id: next.id, from_at: past[0]?.['until_at'] },
    ]);
    expect((await readRow('accom_bookings', stay.id))['room_since']).toEqual(past[1]?.['until_at']);
  });

  it('stays longer there than their own room is free, and leaves on the old day again once that is undone', async () => {
    const { old, next, stay } = await setUp();
    await makeBooking(database(), old, { from: 3, to: 5 });
    const { check_in_date: arrival, check_out_date: before } = await readRow('accom_bookings', stay.id);
    const later = new Date(Date.parse(String(before)) + 2 * 86_400_000).toISOString().slice(0, 10);
    const { undoId } = await move(stay, next, { checkOut: later });
    expect(await readRow('accom_bookings', stay.id)).toMatchObject({
      room_id: next.id,
      check_out_date: later,
    });
    await undo(undoId);
    expect(await readRow('accom_bookings', stay.id)).toMatchObject({
      room_id: old.id,
      check_out_date: before,
    });
    const taken = await makeRoom(database(), property);
    await makeBooking(database(), taken, { from: 4, to: 6 });
    const refused = await catchDatabaseError(move(stay, taken, { checkOut: later }));
    expect(refused).toMatchObject({ code: 'PT409' });
    const impossible = { checkOut: arrival };
    expect(await catchDatabaseError(move(stay, next, impossible))).toMatchObject({ code: 'PT400' });
  });

  it('leaves the old room free from today on and has to be made, and holds the new one', async () => {
    const { old, next, stay } = await setUp();
    await move(stay, next);
    expect(await stateOf(old)).toMatchObject({ state: 'dirty' });
    await makeBooking(database(), old, { from: 0, to: 3 });
    expect(await catchDatabaseError(makeBooking(database(), next, { from: 2, to: 4 }))).toMatchObject({
      code: '23P01',
    });
  });

  it('the nights before in the new room may be those of others', async () => {
    const { next, stay } = await setUp();
    await makeBooking(database(), next, { from: -3, to: 0 });
    await move(stay, next);
  });

  it('the phone says the new room, under the code of either room, and a scan of the new one opens the stay', async () => {
    const { old, next, stay } = await setUp();
    const phone = makePhone();
    const proved = await verifyRoom(
      database(),
      old.room_code,
      { lastName: 'Johnson' },
      undefined,
      null,
      phone,
    );
    const subject = { ...(proved['subject'] as Record<string, unknown>) };
    await move(stay, next);
    const { roomCode: _code, roomId: _id, ...named } = subject;
    expect(await getOwnStay(database(), named)).toMatchObject({
      ok: true,
      state: 'live',
      room: { number: next.room_number, code: next.room_code },
    });
    expect(await getOwnStay(database(), { ...named, code: next.room_code })).toMatchObject({ ok: true });
    expect(await verifyRoom(database(), next.room_code, { lastName: 'Johnson' })).toMatchObject({
      ok: true,
      booking: { code: stay.booking_code },
    });
    expect(await verifyRoom(database(), old.room_code, { lastName: 'Johnson' })).toMatchObject({ ok: false });
    expect(await resolveRoom(database(), next.room_code)).toMatchObject({ hasActiveBooking: true });
    expect(await resolveRoom(database(), old.room_code)).toMatchObject({ hasActiveBooking: false });
  });

  it('a scan finds the stay in the new room, also where guests who never came were booked there since it began', async () => {
    const { next, stay } = await setUp();
    await database().sql(
      'update public.accom_bookings set check_in_date = check_in_date - 30 where id = $1',
      [stay.id],
    );
    for (const from of [-20, -15, -10]) {
      await makeBooking(database(), next, { from, to: from + 2, status: 'confirmed' });
    }
    await move(stay, next);
    expect(await resolveRoom(database(), next.room_code)).toMatchObject({ hasActiveBooking: true });
  });

  it('the PIN, the code and the phones stay those of the stay', async () => {
    const place = await makeProperty(database(), {}, { verification_method: 'pin' });
    const desk = await signUpMember(database(), place.id, 'staff');
    const [old, next] = [await makeRoom(database(), place), await makeRoom(database(), place)];
    const stay = await makeBooking(database(), old, { from: -2, to: 3, status: 'checked_in', pin: '123456' });
    await run(
      'move_stays',
      { property_id: place.id, moves: JSON.stringify([await moveOf(stay, next)]) },
      desk,
    );
    expect(await verifyRoom(database(), next.room_code, { pin: '123456' })).toMatchObject({
      ok: true,
      booking: { code: stay.booking_code },
    });
  });

  it('open orders and reports go along, and what has ended stays where it was', async () => {
    const { old, next, stay } = await setUp();
    const [open, delivered] = [await order(stay), await order(stay)];
    for (const status of ['confirmed', 'preparing', 'delivered']) {
      await run('set_order_status', { order_id: delivered, status });
    }
    const report = await reportIncident(database(), subjectOfBooking(stay));
    const solved = await reportIncident(database(), subjectOfBooking(stay));
    for (const status of ['in_progress', 'resolved']) {
      await run('set_incident_status', { incident_id: solved.incident.id, status });
    }
    const { undoId } = await move(stay, next);
    const roomsOf = async () => ({
      open: (await readRow('accom_service_orders', open))['room_id'],
      delivered: (await readRow('accom_service_orders', delivered))['room_id'],
      report: (await readRow('incidents', report.incident.id))['room_id'],
      solved: (await readRow('incidents', solved.incident.id))['room_id'],
    });
    expect(await roomsOf()).toEqual({ open: next.id, delivered: old.id, report: next.id, solved: old.id });
    const own = await listOrders(database(), subjectOfBooking(stay));
    expect(
      (own['orders'] as { id: string; roomNumber: string }[]).find(({ id }) => id === open),
    ).toMatchObject({
      roomNumber: next.room_number,
    });
    await undo(undoId);
    expect(await roomsOf()).toEqual({ open: old.id, delivered: old.id, report: old.id, solved: old.id });
  });

  it('a report on the old room itself stays there where the desk says so, and its guest still reads it', async () => {
    const { old, next, stay } = await setUp();
    const report = await reportIncident(database(), subjectOfBooking(stay));
    await move(stay, next, { stayingReports: [report.incident.id] });
    expect(await readRow('incidents', report.incident.id)).toMatchObject({ room_id: old.id });
    const foreign = await setUp();
    const theirs = await reportIncident(database(), subjectOfBooking(foreign.stay));
    await move(stay, old, { stayingReports: [theirs.incident.id], despiteRoom: true });
    expect(await readRow('incidents', theirs.incident.id)).toMatchObject({ room_id: foreign.old.id });
  });

  it('before it the desk reads whether the room is ready, and which reports are open on the old one', async () => {
    const { next, stay } = await setUp();
    const report = await reportIncident(database(), subjectOfBooking(stay));
    await database().sql(`update public.room_states set state = 'dirty' where room_id = $1`, [next.id]);
    expect(await preview([await moveOf(stay, next)])).toMatchObject({
      moves: [
        {
          obstacle: null,
          roomObstacle: 'dirty',
          openReports: [{ id: report.incident.id, title: 'Cold shower' }],
        },
      ],
    });
    const guest = await makeBooking(database(), next, { from: 1, to: 3 });
    expect(await preview([await moveOf(stay, next)])).toMatchObject({
      moves: [{ obstacle: { id: guest.id } }],
    });
  });

  it('the guest sessions of a private room go along with their open orders, and those of a dorm stay', async () => {
    const { old, next, stay } = await setUp();
    const session = await makeSession(database(), old);
    const ended = await makeSession(database(), old, { active: false });
    const placed = await placeOrder(database(), subjectOfSession(property, session), {
      items: [{ itemId: item.id, quantity: 1 }],
    });
    const { undoId } = await move(stay, next);
    expect(await readRow('guest_sessions', session.id)).toMatchObject({ room_id: next.id });
    expect(await readRow('guest_sessions', ended.id)).toMatchObject({ room_id: old.id });
    expect(await readRow('accom_service_orders', placed.order?.id)).toMatchObject({ room_id: next.id });
    expect(await getOwnStay(database(), subjectOfSession(property, session))).toMatchObject({
      room: { number: next.room_number },
    });
    const other = await makeSession(database(), next);
    await undo(undoId);
    expect(await readRow('guest_sessions', session.id)).toMatchObject({ room_id: old.id });
    expect(await readRow('guest_sessions', other.id)).toMatchObject({ room_id: next.id });

    const dorm = await makeRoom(database(), property, { beds: ['A', 'B'] });
    const bed = await makeBooking(database(), dorm, { status: 'checked_in', bed: 'A' });
    const shared = await makeSession(database(), dorm);
    await move(bed, await makeRoom(database(), property));
    expect(await readRow('guest_sessions', shared.id)).toMatchObject({ room_id: dorm.id });
  });

  it('an order that is made after the move is for the new room', async () => {
    const { next, stay } = await setUp();
    await move(stay, next);
    expect(await readRow('accom_service_orders', await order(stay))).toMatchObject({ room_id: next.id });
  });

  describe('two who swap their rooms', () => {
    const setUpSwap = async () => {
      const { old, next, stay } = await setUp();
      const other = await makeBooking(database(), next, { from: -1, to: 4, status: 'checked_in' });
      return { rooms: [old, next] as const, stays: [stay, other] as const };
    };
    const swap = async ({ rooms, stays }: Awaited<ReturnType<typeof setUpSwap>>, more = {}) =>
      moveAll([await moveOf(stays[0], rooms[1], more), await moveOf(stays[1], rooms[0], more)]);

    it('are told that both rooms have been slept in, and swap where the desk says so', async () => {
      const both = await setUpSwap();
      const [a, b] = both.stays;
      const asked = await preview([await moveOf(a, both.rooms[1]), await moveOf(b, both.rooms[0])]);
      expect(asked).toMatchObject({
        moves: [
          { obstacle: null, roomObstacle: 'dirty' },
          { obstacle: null, roomObstacle: 'dirty' },
        ],
      });
      expect(await catchDatabaseError(swap(both))).toEqual(conflict('room_is_not_clean'));
      await swap(both, { despiteRoom: true });
      expect(await readRow('accom_bookings', a.id)).toMatchObject({ room_id: both.rooms[1].id });
      expect(await readRow('accom_bookings', b.id)).toMatchObject({ room_id: both.rooms[0].id });
      expect(await stateOf(both.rooms[0])).toMatchObject({ state: 'dirty' });
      expect(await stateOf(both.rooms[1])).toMatchObject({ state: 'dirty' });
    });

    it('each take their own sessions, orders and reports along, back with the undo, and again with its undo', async () => {
      const both = await setUpSwap();
      const [one, two] = both.rooms;
      const sessions = [await makeSession(database(), one), await makeSession(database(), two)] as const;
      const [theirs, report] = [
        await order(both.stays[0]),
        await reportIncident(database(), subjectOfBooking(both.stays[1])),
      ];
      const roomsNow = async () => [
        (await readRow('guest_sessions', sessions[0].id))['room_id'],
        (await readRow('accom_service_orders', theirs))['room_id'],
        (await readRow('guest_sessions', sessions[1].id))['room_id'],
        (await readRow('incidents', report.incident.id))['room_id'],
      ];
      const { undoId } = await swap(both, { despiteRoom: true });
      expect(await roomsNow()).toEqual([two.id, two.id, one.id, one.id]);
      const undone = await undo(undoId);
      expect(await roomsNow()).toEqual([one.id, one.id, two.id, two.id]);
      expect(await stateOf(one)).toMatchObject({ state: 'clean' });
      expect(await stateOf(two)).toMatchObject({ state: 'clean' });
      expect(await readPastRooms(both.stays[0])).toEqual([]);
      await undo(undone);
      expect(await roomsNow()).toEqual([two.id, two.id, one.id, one.id]);
    });

    it('do not where one of the rooms is out of order', async () => {
      const both = await setUpSwap();
      await database().sql(`update public.room_states set state = 'out_of_order' where room_id = $1`, [
        both.rooms[0].id,
      ]);
      const [a, b] = both.stays;
      expect(await preview([await moveOf(a, both.rooms[1]), await moveOf(b, both.rooms[0])])).toMatchObject({
        moves: [{ roomObstacle: 'dirty' }, { roomObstacle: 'out_of_order' }],
      });
      expect(await catchDatabaseError(swap(both, { despiteRoom: true }))).toEqual(
        conflict('room_is_out_of_order'),
      );
      expect(await readRow('accom_bookings', a.id)).toMatchObject({ room_id: both.rooms[0].id });
    });
  });

  it('who arrives later gives way in the same step, and comes back with the same undo', async () => {
    const { old, next, stay } = await setUp();
    const coming = await makeBooking(database(), next, { from: 1, to: 3 });
    const { undoId } = await moveAll([await moveOf(stay, next), await moveOf(coming, old)]);
    expect(await readRow('accom_bookings', stay.id)).toMatchObject({ room_id: next.id });
    expect(await readRow('accom_bookings', coming.id)).toMatchObject({ room_id: old.id, room_since: null });
    await undo(undoId);
    expect(await readRow('accom_bookings', stay.id)).toMatchObject({ room_id: old.id, room_since: null });
    expect(await readRow('accom_bookings', coming.id)).toMatchObject({ room_id: next.id });
  });

  describe('undo', () => {
    it('puts everything back, and its undo moves the guest again', async () => {
      const { old, next, stay } = await setUp();
      const open = await order(stay);
      const { undoId } = await move(stay, next);
      const undone = await undo(undoId);
      expect(await readRow('accom_bookings', stay.id)).toMatchObject({ room_id: old.id, room_since: null });
      expect(await readPastRooms(stay)).toEqual([]);
      expect(await stateOf(old)).toMatchObject({ state: 'clean' });
      expect(await readRow('accom_service_orders', open)).toMatchObject({ room_id: old.id });
      expect(await catchDatabaseError(makeBooking(database(), old, { from: 1, to: 2 }))).toMatchObject({
        code: '23P01',
      });
      await undo(undone);
      expect(await readRow('accom_bookings', stay.id)).toMatchObject({ room_id: next.id });
      expect(await readPastRooms(stay)).toHaveLength(1);
      expect(await readRow('accom_service_orders', open)).toMatchObject({ room_id: next.id });
    });

    it('is refused once somebody has the old room', async () => {
      const { old, next, stay } = await setUp();
      const { undoId } = await move(stay, next);
      await makeBooking(database(), old, { from: 1, to: 4 });
      expect(await catchDatabaseError(undo(undoId))).toEqual(conflict('taken_meanwhile'));
      expect(await readRow('accom_bookings', stay.id)).toMatchObject({ room_id: next.id });
    });

    it('of the check-in is refused while the guest is in another room', async () => {
      const [old, next] = [await makeRoom(database(), property), await makeRoom(database(), property)];
      const stay = await makeBooking(database(), old, { from: 0, to: 3 });
      await run('check_in', { booking_id: stay.id });
      const [entry] = await database().sql<{ id: string }>(
        `select id from public.audit_log where row_id = $1 and detail -> 'to' ? 'status' order by created_at desc limit 1`,
        [stay.id],
      );
      await move(stay, next);
      expect(await catchDatabaseError(undo(entry?.id))).toEqual(conflict('changed_meanwhile'));
    });
  });

  it('a guest in a dorm gets another bed of it, and the old bed has to be made', async () => {
    const dorm = await makeRoom(database(), property, { beds: ['A', 'B'] });
    const stay = await makeBooking(database(), dorm, { status: 'checked_in', bed: 'A' });
    const { undoId } = await move(stay, dorm, { bed: 'B' });
    expect(await readRow('accom_bookings', stay.id)).toMatchObject({ bed: 'B' });
    expect(await stateOf(dorm)).toMatchObject({ state: 'clean', dirty_beds: ['A'] });
    await undo(undoId);
    expect(await stateOf(dorm)).toMatchObject({ dirty_beds: [] });
  });

  describe('is refused', () => {
    it('where a stay comes, a block is, or somebody is still checked in', async () => {
      const { next, stay } = await setUp();
      const coming = await makeBooking(database(), next, { from: 2, to: 4 });
      expect(await catchDatabaseError(move(stay, next))).toMatchObject({
        detail: { reason: 'bed_is_taken', bookingId: stay.id, obstacle: { kind: 'stay', id: coming.id } },
      });
      const blocked = await makeRoom(database(), property);
      const args = {
        from_date: await dayFromToday(database(), 1),
        until_date: await dayFromToday(database(), 2),
      };
      await run('add_room_block', { room_id: blocked.id, kind: 'closed', ...args });
      expect(await catchDatabaseError(move(stay, blocked))).toMatchObject({
        detail: { obstacle: { kind: 'block', blockKind: 'closed' } },
      });
      const occupied = await makeRoom(database(), property);
      const late = await makeBooking(database(), occupied, { from: -3, to: 0, status: 'checked_in' });
      expect(await catchDatabaseError(move(stay, occupied))).toMatchObject({
        detail: { obstacle: { id: late.id } },
      });
    });

    it('in a room that is not clean, unless the desk says so, and always in one that is out of order', async () => {
      const { next, stay } = await setUp();
      const setState = (state: string) =>
        database().sql('update public.room_states set state = $2::public.room_state where room_id = $1', [
          next.id,
          state,
        ]);
      await setState('out_of_order');
      for (const despiteRoom of [false, true]) {
        expect(await catchDatabaseError(move(stay, next, { despiteRoom }))).toEqual(
          conflict('room_is_out_of_order'),
        );
      }
      await setState('dirty');
      expect(await catchDatabaseError(move(stay, next))).toEqual(conflict('room_is_not_clean'));
      await move(stay, next, { despiteRoom: true });
      const [entry] = await database().sql<{ action: string }>(
        `select action from public.audit_log where row_id = $1 and action = 'moved_despite_room'`,
        [stay.id],
      );
      expect(entry).toBeDefined();
    });

    it('once the last night is over', async () => {
      const [old, next] = [await makeRoom(database(), property), await makeRoom(database(), property)];
      const stay = await makeBooking(database(), old, { from: -2, to: 0, status: 'checked_in' });
      expect(await catchDatabaseError(move(stay, next))).toMatchObject({
        detail: { reason: 'stay_is_over', bookingId: stay.id },
      });
    });

    it('to the shelf, from another day on, to a bed that is not there, and at an old version', async () => {
      const { next, stay } = await setUp();
      for (const wrong of [{ roomId: null }, { checkIn: await dayFromToday(database(), -1) }]) {
        expect(await catchDatabaseError(move(stay, next, wrong))).toMatchObject({
          detail: { reason: 'guest_is_in_house', bookingId: stay.id },
        });
      }
      expect(await catchDatabaseError(move(stay, next, { bed: 'A' }))).toEqual(impossible('no_such_bed'));
      expect(await catchDatabaseError(move(stay, next, { version: '2026-01-01' }))).toMatchObject({
        detail: { reason: 'changed_meanwhile', bookingId: stay.id },
      });
      for (const wrong of [{ stayingReports: 'all' }, { stayingReports: ['x'] }, { despiteRoom: 'maybe' }]) {
        expect(await catchDatabaseError(move(stay, next, wrong))).toEqual(impossible('moves_are_impossible'));
      }
    });

    it('for housekeepers, members of another place, and a room of another place', async () => {
      const { next, stay } = await setUp();
      const place = await makeProperty(database());
      const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
      const stranger = await signUpMember(database(), place.id, 'owner');
      expect(await catchDatabaseError(move(stay, next, {}, housekeeper))).toEqual(forbidden);
      expect(await catchDatabaseError(move(stay, next, {}, stranger))).toEqual(notFound);
      expect(await catchDatabaseError(move(stay, await makeRoom(database(), place)))).toEqual(notFound);
    });
  });

  it('shortened to before the move a stay is refused, and longer it stays in the new room', async () => {
    const { next, stay } = await setUp();
    await move(stay, next);
    const change = async (to: number) => move(stay, next, { checkOut: await dayFromToday(database(), to) });
    await change(6);
    expect(await catchDatabaseError(change(-1))).toMatchObject({ detail: { reason: 'stay_is_over' } });
    await undoLast(database(), staff, stay.id);
  });

  it('the price is kept, or from tonight on that of the new type', async () => {
    const cheap = await makeRoomType(database(), property, { price: 100 });
    const dear = await makeRoomType(database(), property, { price: 300 });
    const old = await makeRoom(database(), property, { room_type_id: cheap.id });
    const next = await makeRoom(database(), property, { room_type_id: dear.id });
    const booked = await run('create_booking', {
      room_id: old.id,
      check_in: await dayFromToday(database(), -2),
      check_out: await dayFromToday(database(), 3),
      guest_name: 'Ana Lee',
      guest_last_name: 'Lee',
    });
    const stay = { id: String(booked?.['id']) } as Booking;
    await run('check_in', { booking_id: stay.id });
    const readPrice = async () =>
      (await run('read_booking', { property_id: property.id, booking_id: stay.id }))?.['price'];
    const kept = await move(stay, next);
    expect(await readPrice()).toMatchObject({ totalMinor: 500 });
    await undo(kept.undoId);
    const taken = await move(stay, next, { price: 'new' });
    expect(await readPrice()).toMatchObject({ totalMinor: 2 * 100 + 3 * 300 });
    await undo(taken.undoId);
    expect(await readPrice()).toMatchObject({ totalMinor: 500 });
  });
});

onNativePostgres('a move in house at the same time', {}, (database) => {
  it('as the guest orders loses no order and leaves none at the old room', async () => {
    const property = await makeProperty(database());
    const desk = await signUpMember(database(), property.id, 'staff');
    const item = await makeItem(database(), property);
    const connections = database().connect({ max: 4 });
    for (let round = 0; round < 15; round += 1) {
      const [old, next] = [await makeRoom(database(), property), await makeRoom(database(), property)];
      const stay = await makeBooking(database(), old, { from: -2, to: 3, status: 'checked_in' });
      const [row] = await database().sql<Record<string, string>>(
        `select updated_at::text as version, check_in_date::text as "checkIn", check_out_date::text as "checkOut"
        from public.accom_bookings where id = $1`,
        [stay.id],
      );
      const items = [{ itemId: item.id, quantity: 1 }];
      const outcomes = await Promise.allSettled([
        ...[1, 2, 3].map(() =>
          runOnConnection(
            connections,
            staysServer,
            (sql) => sql`select public.place_service_order(
              ${sql.json(subjectOfBooking(stay))}, ${crypto.randomUUID()}, ${sql.json(items)}, '')`,
          ),
        ),
        runOnConnection(
          connections,
          desk,
          (sql) =>
            sql`select public.move_stays(${property.id}, ${sql.json([{ bookingId: stay.id, roomId: next.id, ...row }])})`,
        ),
      ]);
      expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
      expect(outcomes.map(({ status }) => status)).toEqual(Array(4).fill('fulfilled'));
      const orders = await database().sql(
        'select room_id from public.accom_service_orders where booking_id = $1',
        [stay.id],
      );
      expect(orders).toEqual(Array(3).fill({ room_id: next.id }));
    }
  });
});
