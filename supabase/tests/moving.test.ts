import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import {
  call,
  conflict,
  dayFromToday,
  forbidden,
  illegalStep,
  impossible,
  notFound,
  undoLast,
} from './support/desk-calls.ts';
import { getOwnStay, verifyBooking, verifyRoom } from './support/guest-calls.ts';
import {
  type Booking,
  makeBooking,
  makeProperty,
  makeRoom,
  type Property,
  type Room,
} from './support/make-property.ts';
import { makeRoomType } from './support/make-room-type.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { subjectOfBooking } from './support/order-calls.ts';
import { type Person, signUpMember } from './support/people.ts';

type Place = { room?: Room | null; bed?: string; days?: [number, number]; price?: string };

onNativePostgres('moving stays', {}, (database) => {
  let property: Property;
  let staff: Person;
  let manager: Person;
  const run = (name: string, args: Record<string, unknown>, person = staff) =>
    call(database(), person, name, args);
  const readRow = async (id: string) => {
    const [row] = await database().sql<Record<string, string | null>>(
      `select room_id, bed, room_type_id, status, check_in_date::text as first, check_out_date::text as last,
         updated_at::text as version from public.accom_bookings where id = $1`,
      [id],
    );
    if (row === undefined) throw new Error('the booking is there');
    return row;
  };
  const makeRooms = (count: number, columns: Record<string, unknown> = {}) =>
    Promise.all(Array.from({ length: count }, () => makeRoom(database(), property, columns)));
  /** Where a stay is to go: what is not named stays as it is. */
  const moveOf = async (booking: Booking, { room, bed, days, price }: Place) => {
    const row = await readRow(booking.id);
    return {
      bookingId: booking.id,
      version: row['version'],
      roomId: room === undefined ? row['room_id'] : (room?.id ?? null),
      bed: bed ?? row['bed'],
      checkIn: days === undefined ? row['first'] : await dayFromToday(database(), days[0]),
      checkOut: days === undefined ? row['last'] : await dayFromToday(database(), days[1]),
      ...(price === undefined ? {} : { price }),
    };
  };
  const move = async (places: [Booking, Place][], person = staff) => {
    const moves = await Promise.all(places.map(([booking, place]) => moveOf(booking, place)));
    return (await run('move_stays', { property_id: property.id, moves: JSON.stringify(moves) }, person)) as {
      undoId: string | null;
      versions: Record<string, string>;
      warnings: Record<string, unknown>[];
    };
  };
  const preview = async (places: [Booking, Place][], person = staff) => {
    const moves = await Promise.all(places.map(([booking, place]) => moveOf(booking, place)));
    return run('preview_moves', { property_id: property.id, moves: JSON.stringify(moves) }, person);
  };
  const undo = (undoId: string | null, person = staff) => run('undo_change', { change_id: undoId }, person);
  const roomsOf = async (...bookings: Booking[]) =>
    Promise.all(bookings.map(async ({ id }) => (await readRow(id))['room_id']));

  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
    manager = await signUpMember(database(), property.id, 'manager');
  });

  it.each(['pending', 'confirmed'])(
    'a stay that is %s goes to another room and other days',
    async (status) => {
      const [a, b] = await makeRooms(2);
      const stay = await makeBooking(database(), a as Room, { from: 2, to: 5, status });
      const { undoId } = await move([[stay, { room: b as Room, days: [3, 8] }]]);
      expect(await readRow(stay.id)).toMatchObject({
        room_id: b?.id,
        first: await dayFromToday(database(), 3),
        last: await dayFromToday(database(), 8),
      });
      await undo(undoId);
      expect(await readRow(stay.id)).toMatchObject({
        room_id: a?.id,
        first: await dayFromToday(database(), 2),
      });
    },
  );

  it('says at which versions the stays are now, so that they are moved again without being read', async () => {
    const [a, b, c] = await makeRooms(3);
    const stay = await makeBooking(database(), a as Room, { from: 2, to: 5 });
    const other = await makeBooking(database(), b as Room, { from: 2, to: 5 });
    const { versions } = await move([
      [stay, { room: c as Room }],
      [other, {}],
    ]);
    expect(Object.keys(versions)).toEqual([stay.id]);
    const again = { ...(await moveOf(stay, { room: a as Room })), version: versions[stay.id] };
    await run('move_stays', { property_id: property.id, moves: JSON.stringify([again]) });
    expect(await roomsOf(stay, other)).toEqual([a?.id, b?.id]);
  });

  it('two stays swap their rooms, and one undo swaps them back', async () => {
    const [a, b] = await makeRooms(2);
    const one = await makeBooking(database(), a as Room, { from: 2, to: 5 });
    const other = await makeBooking(database(), b as Room, { from: 3, to: 6 });
    const { undoId } = await move([
      [one, { room: b as Room }],
      [other, { room: a as Room }],
    ]);
    expect(await roomsOf(one, other)).toEqual([b?.id, a?.id]);
    const undone = await undo(undoId);
    expect(await roomsOf(one, other)).toEqual([a?.id, b?.id]);
    await undo(String(undone));
    expect(await roomsOf(one, other)).toEqual([b?.id, a?.id]);
  });

  it('each stay of a chain has an entry, of which any undoes all, and then none can be undone again', async () => {
    const [a, b, c] = await makeRooms(3);
    const one = await makeBooking(database(), a as Room, { from: 2, to: 5 });
    const other = await makeBooking(database(), b as Room, { from: 3, to: 6 });
    const { undoId } = await move([
      [one, { room: b as Room }],
      [other, { room: c as Room }],
    ]);
    const entries = await database().sql<{ id: string; chain: string }>(
      `select id, detail ->> 'chain' as chain from public.audit_log
       where row_id in ($1, $2) and action = 'changed'`,
      [one.id, other.id],
    );
    expect(entries).toHaveLength(2);
    expect(new Set(entries.map(({ chain }) => chain)).size).toBe(1);
    const second = entries.find(({ id }) => id !== undoId);
    await undo(second?.id ?? null);
    expect(await roomsOf(one, other)).toEqual([a?.id, b?.id]);
    expect(await catchDatabaseError(undo(undoId))).toEqual(conflict('undone_already'));
  });

  it('of a chain whose end is not free nothing is moved, and who is in the way is named', async () => {
    const [a, b, c] = await makeRooms(3);
    const one = await makeBooking(database(), a as Room, { from: 2, to: 5 });
    const other = await makeBooking(database(), b as Room, { from: 3, to: 6 });
    const inTheWay = await makeBooking(database(), c as Room, { from: 5, to: 9, guest_name: 'Ana Lee' });
    expect(
      await catchDatabaseError(
        move([
          [one, { room: b as Room }],
          [other, { room: c as Room }],
        ]),
      ),
    ).toMatchObject({
      code: 'PT409',
      detail: {
        reason: 'bed_is_taken',
        bookingId: other.id,
        obstacle: { kind: 'stay', id: inTheWay.id, guestName: 'Ana Lee', roomId: c?.id },
      },
    });
    expect(await roomsOf(one, other)).toEqual([a?.id, b?.id]);
  });

  it('two stays of one call do not get the same bed', async () => {
    const [a, b, c] = await makeRooms(3);
    const one = await makeBooking(database(), a as Room, { from: 2, to: 5 });
    const other = await makeBooking(database(), b as Room, { from: 3, to: 6 });
    expect(
      await catchDatabaseError(
        move([
          [one, { room: c as Room }],
          [other, { room: c as Room }],
        ]),
      ),
    ).toMatchObject({ detail: { reason: 'bed_is_taken', bookingId: other.id, obstacle: { id: one.id } } });
  });

  it('a block is in the way like a stay', async () => {
    const [a, b] = await makeRooms(2);
    const stay = await makeBooking(database(), a as Room, { from: 2, to: 5 });
    const block = await run('add_room_block', {
      room_id: b?.id,
      kind: 'owner_use',
      from_date: await dayFromToday(database(), 4),
      until_date: await dayFromToday(database(), 6),
    });
    expect(await catchDatabaseError(move([[stay, { room: b as Room }]]))).toMatchObject({
      detail: { obstacle: { kind: 'block', id: block?.['id'], blockKind: 'owner_use' } },
    });
  });

  it('a chain is undone whole or not at all: refused once one of its beds is taken or one of its stays was changed', async () => {
    const [a, b, c, d] = await makeRooms(4);
    const one = await makeBooking(database(), a as Room, { from: 2, to: 5 });
    const other = await makeBooking(database(), b as Room, { from: 3, to: 6 });
    const chain = async () =>
      (
        await move([
          [one, { room: b as Room }],
          [other, { room: c as Room }],
        ])
      ).undoId;
    const first = await chain();
    const guest = await makeBooking(database(), a as Room, { from: 4, to: 7 });
    expect(await catchDatabaseError(undo(first))).toEqual(conflict('taken_meanwhile'));
    expect(await roomsOf(one, other)).toEqual([b?.id, c?.id]);
    await run('cancel_booking', { booking_id: guest.id });
    await move([[other, { room: d as Room }]]);
    expect(await catchDatabaseError(undo(first))).toEqual(conflict('changed_meanwhile'));
    expect(await roomsOf(one, other)).toEqual([b?.id, d?.id]);
  });

  describe('of a guest in house', () => {
    it('the day of departure changes, and not that of the arrival', async () => {
      const [a] = await makeRooms(1);
      const stay = await makeBooking(database(), a as Room, { from: -1, to: 2, status: 'checked_in' });
      await move([[stay, { days: [-1, 4] }]]);
      expect(await readRow(stay.id)).toMatchObject({ last: await dayFromToday(database(), 4) });
      for (const place of [{ room: null }, { days: [0, 4] as [number, number] }]) {
        expect(await catchDatabaseError(move([[stay, place]]))).toMatchObject({
          message: 'illegal_step',
          detail: { reason: 'guest_is_in_house', bookingId: stay.id },
        });
      }
    });

    it('a longer stay is refused where the next guest comes', async () => {
      const [a] = await makeRooms(1);
      const stay = await makeBooking(database(), a as Room, { from: -1, to: 2, status: 'checked_in' });
      const next = await makeBooking(database(), a as Room, { from: 2, to: 4 });
      expect(await catchDatabaseError(move([[stay, { days: [-1, 3] }]]))).toMatchObject({
        detail: { reason: 'bed_is_taken', obstacle: { id: next.id } },
      });
    });
  });

  it.each(['checked_out', 'cancelled', 'no_show'])('a stay that is %s is not moved', async (status) => {
    const [a, b] = await makeRooms(2);
    const stay = await makeBooking(database(), a as Room, { status });
    expect(await catchDatabaseError(move([[stay, { room: b as Room }]]))).toMatchObject({
      message: 'illegal_step',
      detail: { reason: 'stay_is_over' },
    });
  });

  it('of two desks that read the same version the second is told, and which stay it is', async () => {
    const [a, b] = await makeRooms(2);
    const stay = await makeBooking(database(), a as Room, { from: 2, to: 5 });
    const stale = await moveOf(stay, { room: b as Room });
    await move([[stay, { days: [3, 5] }]]);
    expect(
      await catchDatabaseError(
        run('move_stays', { property_id: property.id, moves: JSON.stringify([stale]) }),
      ),
    ).toEqual({
      ...conflict('changed_meanwhile'),
      detail: { reason: 'changed_meanwhile', bookingId: stay.id },
    });
  });

  it('a stay that is where it is to go is left as it is', async () => {
    const [a] = await makeRooms(1);
    const stay = await makeBooking(database(), a as Room, { from: 2, to: 5 });
    const { version } = await readRow(stay.id);
    expect(await move([[stay, {}]])).toEqual({ undoId: null, versions: {}, warnings: [] });
    expect(await readRow(stay.id)).toMatchObject({ version });
    expect(await catchDatabaseError(makeBooking(database(), a as Room, { from: 2, to: 5 }))).toMatchObject({
      code: '23P01',
    });
  });

  it.each([
    ['no list', '{}', 'moves_are_impossible'],
    ['an empty list', '[]', 'moves_are_impossible'],
    ['what is no id', '[{"bookingId": "x"}]', 'moves_are_impossible'],
    ['a day that does not exist', '[{"checkIn": "2030-02-31"}]', 'moves_are_impossible'],
    ['no stay', '[{}]', 'moves_are_impossible'],
  ])('%s is refused', async (_, moves, reason) => {
    expect(await catchDatabaseError(run('move_stays', { property_id: property.id, moves }))).toEqual(
      impossible(reason),
    );
  });

  it('one stay twice, more than fifty, no nights and a bed that is not there are refused', async () => {
    const [a, dorm] = [...(await makeRooms(1)), ...(await makeRooms(1, { beds: ['A'] }))];
    const stay = await makeBooking(database(), a as Room, { from: 2, to: 5 });
    const wanted = await moveOf(stay, { days: [3, 5] });
    const send = (moves: unknown[]) =>
      run('move_stays', { property_id: property.id, moves: JSON.stringify(moves) });
    expect(await catchDatabaseError(send([wanted, wanted]))).toEqual(impossible('moves_are_impossible'));
    const many = Array.from({ length: 51 }, () => ({ ...wanted, bookingId: crypto.randomUUID() }));
    expect(await catchDatabaseError(send(many))).toEqual(impossible('moves_are_impossible'));
    expect(await catchDatabaseError(move([[stay, { days: [5, 5] }]]))).toEqual(
      impossible('booking_is_impossible'),
    );
    expect(await catchDatabaseError(move([[stay, { room: dorm as Room, bed: 'C' }]]))).toEqual(
      impossible('no_such_bed'),
    );
  });

  describe('the shelf', () => {
    const shelve = async (stay: Booking) =>
      run('put_on_shelf', { booking_id: stay.id, version: (await readRow(stay.id))['version'] });

    it('a stay on it holds no room, keeps its days and type, and comes back by a move', async () => {
      const type = await makeRoomType(database(), property);
      const [a, b] = await makeRooms(2, { room_type_id: type.id });
      const stay = await makeBooking(database(), a as Room, { from: 2, to: 5 });
      await shelve(stay);
      expect(await readRow(stay.id)).toMatchObject({ room_id: null, bed: '', room_type_id: type.id });
      const next = await makeBooking(database(), a as Room, { from: 2, to: 5 });
      expect(await catchDatabaseError(move([[stay, { room: a as Room }]]))).toMatchObject({
        detail: { obstacle: { id: next.id } },
      });
      await move([[stay, { room: b as Room }]]);
      expect(await roomsOf(stay)).toEqual([b?.id]);
    });

    it('its undo brings the stay back, unless the bed is taken by then', async () => {
      const [a] = await makeRooms(1);
      const stay = await makeBooking(database(), a as Room, { from: 2, to: 5 });
      await shelve(stay);
      await undoLast(database(), staff, stay.id);
      expect(await roomsOf(stay)).toEqual([a?.id]);
      const { undoId } = (await shelve(stay)) as { undoId: string };
      await makeBooking(database(), a as Room, { from: 4, to: 6 });
      expect(await catchDatabaseError(undo(undoId))).toEqual(conflict('taken_meanwhile'));
    });

    it('its guest reads the days and the type, and nothing opens before there is a room', async () => {
      const type = await makeRoomType(database(), property, { name: 'Garden twin' });
      const [a] = await makeRooms(1, { room_type_id: type.id });
      const stay = await makeBooking(database(), a as Room, { from: 0, to: 3 });
      await shelve(stay);
      const own = await getOwnStay(database(), subjectOfBooking(stay));
      expect(own).toMatchObject({
        ok: true,
        state: 'upcoming',
        room: { id: null, code: null, number: '', type: 'Garden twin' },
        wifi: { hidden: true },
      });
      expect(await verifyBooking(database(), stay.booking_code, 'Johnson')).toMatchObject({
        ok: true,
        room: { code: null, number: '' },
      });
      expect(await verifyRoom(database(), (a as Room).room_code, { lastName: 'Johnson' })).toMatchObject({
        ok: false,
        error: 'verification_failed',
      });
    });

    it('its guest is not checked in before there is a room', async () => {
      const [a] = await makeRooms(1);
      const stay = await makeBooking(database(), a as Room, { from: 0, to: 3 });
      await shelve(stay);
      expect(await catchDatabaseError(run('check_in', { booking_id: stay.id }))).toEqual(
        illegalStep('stay_has_no_room'),
      );
      await run('note_arrival', { booking_id: stay.id });
      expect(await getOwnStay(database(), subjectOfBooking(stay))).toMatchObject({ roomWait: 'being_made' });
      expect(await run('read_booking', { property_id: property.id, booking_id: stay.id })).toMatchObject({
        obstacle: 'no_room',
      });
      await move([[stay, { room: a as Room }]]);
      await run('check_in', { booking_id: stay.id });
    });

    it('a stay on it is found, listed and read without a room', async () => {
      const [a] = await makeRooms(1);
      const stay = await makeBooking(database(), a as Room, {
        from: 2,
        to: 5,
        guest_last_name: 'Shelfington',
      });
      await shelve(stay);
      const found = (await run('find_anything', {
        property_id: property.id,
        text: 'Shelfington',
      })) as unknown as Record<string, unknown>[];
      expect(found).toMatchObject([{ id: stay.id, roomNumber: null }]);
      expect(await run('read_booking', { property_id: property.id, booking_id: stay.id })).toMatchObject({
        roomId: null,
        roomNumber: null,
      });
      const listed = await run('list_bookings', { property_id: property.id, text: 'Shelfington' });
      expect(listed?.['bookings']).toMatchObject([{ id: stay.id, roomId: null, roomNumber: null }]);
      await run('cancel_booking', { booking_id: stay.id });
      await undoLast(database(), staff, stay.id);
    });
  });

  describe('the price', () => {
    const priceOf = async (stay: Booking) => {
      const [row] = await database().sql<{ total: string }>(
        'select total::text from public.accom_booking_prices where booking_id = $1',
        [stay.id],
      );
      return row === undefined ? null : Number(row.total);
    };
    const setUp = async () => {
      const cheap = await makeRoomType(database(), property, { price: 100 });
      const dear = await makeRoomType(database(), property, { price: 300 });
      const plain = await makeRoom(database(), property, { room_type_id: cheap.id });
      const fine = await makeRoom(database(), property, { room_type_id: dear.id });
      const booked = await run('create_booking', {
        room_id: plain.id,
        check_in: await dayFromToday(database(), 2),
        check_out: await dayFromToday(database(), 5),
        guest_name: 'Ana Lee',
        guest_last_name: 'Lee',
      });
      return { cheap, dear, plain, fine, stay: { ...booked, id: String(booked?.['id']) } as Booking };
    };

    it('is kept on a move to another type, also for a night that is added later', async () => {
      const { fine, stay, cheap } = await setUp();
      await move([[stay, { room: fine }]]);
      expect(await priceOf(stay)).toBe(300);
      await move([[stay, { days: [2, 6] }]]);
      expect(await priceOf(stay)).toBe(400);
      expect(await readRow(stay.id)).toMatchObject({ room_type_id: cheap.id });
    });

    it('is that of the new type where the move takes it, and the undo gives the old one back, and its undo the new one', async () => {
      const { fine, stay, dear } = await setUp();
      await database().sql('update public.accom_room_types set price = 999 where name = $1', ['nobody']);
      const { undoId } = await move([[stay, { room: fine, price: 'new' }]]);
      expect(await priceOf(stay)).toBe(900);
      expect(await readRow(stay.id)).toMatchObject({ room_type_id: dear.id });
      await database().sql('update public.accom_room_types set price = 555 where id = $1', [dear.id]);
      const undone = await undo(undoId);
      expect(await priceOf(stay)).toBe(300);
      await undo(String(undone));
      expect(await priceOf(stay)).toBe(900);
    });

    it('is told before, for who sees money, and nothing changes', async () => {
      const { fine, stay } = await setUp();
      expect(await preview([[stay, { room: fine }]])).toEqual({
        moves: [
          {
            bookingId: stay.id,
            obstacle: null,
            price: { currency: 'VND', keptMinor: 300, newMinor: 900, differenceMinor: 600 },
            roomObstacle: null,
            openReports: [],
          },
        ],
        warnings: [],
      });
      const blind = await signUpMember(database(), property.id, 'staff');
      await database().sql('update public.property_members set sees_money = false where account_id = $1', [
        blind.accountId,
      ]);
      expect(await preview([[stay, { room: fine }]], blind)).toMatchObject({ moves: [{ price: null }] });
      expect(await priceOf(stay)).toBe(300);
    });

    it('of the shelf and back stays as it was', async () => {
      const { plain, stay } = await setUp();
      await move([[stay, { room: null }]]);
      expect(await priceOf(stay)).toBe(300);
      await undoLast(database(), staff, stay.id);
      await move([[stay, { room: null }]]);
      await move([[stay, { room: plain }]]);
      expect(await priceOf(stay)).toBe(300);
    });
  });

  it('a preview names who is in the way, but none that moves along', async () => {
    const [a, b, c] = await makeRooms(3);
    const one = await makeBooking(database(), a as Room, { from: 2, to: 5 });
    const other = await makeBooking(database(), b as Room, { from: 3, to: 6 });
    const third = await makeBooking(database(), c as Room, { from: 3, to: 6 });
    expect(
      await preview([
        [one, { room: b as Room }],
        [other, { room: c as Room }],
      ]),
    ).toMatchObject({ moves: [{ obstacle: null }, { obstacle: { id: third.id } }] });
  });

  it('a manager undoes a chain of a colleague with a reason', async () => {
    const [a, b] = await makeRooms(2);
    const one = await makeBooking(database(), a as Room, { from: 2, to: 5 });
    const other = await makeBooking(database(), b as Room, { from: 3, to: 6 });
    const { undoId } = await move([
      [one, { room: b as Room }],
      [other, { room: a as Room }],
    ]);
    await run('undo_change', { change_id: undoId, reason: 'A mistake' }, manager);
    expect(await roomsOf(one, other)).toEqual([a?.id, b?.id]);
  });

  it('housekeepers, other places and rooms and stays of other places are refused', async () => {
    const [a] = await makeRooms(1);
    const stay = await makeBooking(database(), a as Room, { from: 2, to: 5 });
    const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
    const place = await makeProperty(database());
    const stranger = await signUpMember(database(), place.id, 'owner');
    const foreign = await makeRoom(database(), place);
    const guest = await makeBooking(database(), foreign, { from: 2, to: 5 });
    for (const attempt of [move, preview]) {
      expect(await catchDatabaseError(attempt([[stay, { days: [3, 5] }]], housekeeper))).toEqual(forbidden);
      expect(await catchDatabaseError(attempt([[stay, { days: [3, 5] }]], stranger))).toEqual(notFound);
      expect(await catchDatabaseError(attempt([[stay, { room: foreign }]]))).toEqual(notFound);
      expect(await catchDatabaseError(attempt([[guest, { room: a as Room }]]))).toEqual(notFound);
    }
  });
});
