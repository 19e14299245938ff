import type postgres from 'postgres';
import { expect, it } from 'vitest';
import { parseDatabaseError } from './support/database-error.ts';
import { dayFromToday } from './support/desk-calls.ts';
import { type Booking, makeBooking, makeProperty, makeRoom, type Room } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, runOnConnection, serviceRole, signUpMember } from './support/people.ts';

type Move = { bookingId: string; version: string; roomId: string; checkIn: string; checkOut: string };

onNativePostgres('the calendar at the same time', {}, (database) => {
  const setUp = async (roomCount: number) => {
    const property = await makeProperty(database());
    const desk = await signUpMember(database(), property.id, 'staff');
    const rooms: Room[] = [];
    for (let index = 0; index < roomCount; index += 1) rooms.push(await makeRoom(database(), property));
    return { property, desk, rooms };
  };
  const readMove = async (booking: Booking, room: Room): Promise<Move> => {
    const [row] = await database().sql<Move>(
      `select id as "bookingId", updated_at::text as version, check_in_date::text as "checkIn",
         check_out_date::text as "checkOut" from public.accom_bookings where id = $1`,
      [booking.id],
    );
    if (row === undefined) throw new Error('the booking is there');
    return { ...row, roomId: room.id };
  };
  const move = (connections: postgres.Sql, person: Person, propertyId: string, moves: Move[]) =>
    runOnConnection(
      connections,
      person,
      (sql) => sql`select public.move_stays(${propertyId}, ${sql.json(moves)}) as moved`,
    );
  /** What every race has to end with: no bed has two stays on one night, and each stay holds the bed it is in. */
  const expectOneStayABed = async (propertyId: string, stays: number) => {
    const doubles = await database().sql(
      `select from public.accom_bookings a join public.accom_bookings b
         on a.room_id = b.room_id and a.bed = b.bed and a.id < b.id
         and daterange(a.check_in_date, a.check_out_date) && daterange(b.check_in_date, b.check_out_date)
       where a.property_id = $1 and a.status in ('pending', 'confirmed', 'checked_in')
         and b.status in ('pending', 'confirmed', 'checked_in')`,
      [propertyId],
    );
    const held = await database().sql(
      `select from public.accom_bookings b join private.bed_holds h
         on h.holder_id = b.id and h.room_id = b.room_id and h.bed = b.bed
       where b.property_id = $1`,
      [propertyId],
    );
    expect([doubles.length, held.length]).toEqual([0, stays]);
  };
  /** The refusals of a race, each of which is one that a desk reads. A deadlock would be 40P01. */
  const expectNamedRefusals = (outcomes: PromiseSettledResult<unknown>[], reasons: string[]) => {
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        const { code, detail } = parseDatabaseError(outcome.reason);
        expect(code).toBe('PT409');
        expect(reasons).toContain((detail as { reason: string }).reason);
      }
    }
  };
  const countDone = (outcomes: PromiseSettledResult<unknown>[]) =>
    outcomes.filter(({ status }) => status === 'fulfilled').length;

  it('of 64 desks that move a stay of their own to one room exactly one succeeds', async () => {
    const { property, desk, rooms } = await setUp(65);
    const [goal, ...starts] = rooms as [Room, ...Room[]];
    const moves = [];
    for (const room of starts) {
      moves.push(await readMove(await makeBooking(database(), room, { from: 2, to: 5 }), goal));
    }
    const connections = database().connect({ max: 64 });
    const outcomes = await Promise.allSettled(
      moves.map((one) => move(connections, desk, property.id, [one])),
    );
    expect(countDone(outcomes)).toBe(1);
    expectNamedRefusals(outcomes, ['bed_is_taken']);
    await expectOneStayABed(property.id, 64);
  });

  it('of two desks that move one stay one succeeds, and the other is told', async () => {
    const { property, desk, rooms } = await setUp(3);
    const [start, ...goals] = rooms as [Room, Room, Room];
    const other = await signUpMember(database(), property.id, 'manager');
    const connections = database().connect({ max: 2 });
    for (let round = 0; round < 10; round += 1) {
      const stay = await makeBooking(database(), start, { from: 2 + round * 3, to: 5 + round * 3 });
      const moves = await Promise.all(goals.map((goal) => readMove(stay, goal)));
      const outcomes = await Promise.allSettled(
        [desk, other].map((person, index) =>
          move(connections, person, property.id, moves.slice(index, index + 1)),
        ),
      );
      expect(countDone(outcomes)).toBe(1);
      expectNamedRefusals(outcomes, ['changed_meanwhile']);
    }
  });

  it('chains that cross wait for each other: no deadlock, no bed with two stays, nothing lost', async () => {
    const { property, desk, rooms } = await setUp(6);
    const stays: Booking[] = [];
    for (const room of rooms) stays.push(await makeBooking(database(), room, { from: 2, to: 5 }));
    const connections = database().connect({ max: 6 });
    /** All move on by so many rooms, listed from a place of its own. */
    const planRotation = async (round: number, step: number) => {
      const moves: Move[] = [];
      for (const stay of stays) {
        const [row] = await database().sql<{ room_id: string }>(
          'select room_id from public.accom_bookings where id = $1',
          [stay.id],
        );
        const at = rooms.findIndex(({ id }) => id === row?.room_id);
        const goal = rooms[(at + step + rooms.length) % rooms.length];
        if (goal === undefined) throw new Error('there is such a room');
        moves.push(await readMove(stay, goal));
      }
      const cut = round % moves.length;
      return [...moves.slice(cut), ...moves.slice(0, cut)];
    };
    let done = 0;
    for (let round = 0; round < 40; round += 1) {
      const plans: Move[][] = [];
      for (const step of [1, -1, 2, -2, 1, -1]) plans.push(await planRotation(round + plans.length, step));
      const outcomes = await Promise.allSettled(
        plans.map((plan) => move(connections, desk, property.id, plan)),
      );
      expectNamedRefusals(outcomes, ['changed_meanwhile']);
      done += countDone(outcomes);
      await expectOneStayABed(property.id, stays.length);
    }
    expect(done).toBe(40);
  });

  it('chains over rooms of each other do not deadlock where their stays are different ones', async () => {
    const { property, desk, rooms } = await setUp(3);
    const [a, b, c] = rooms as [Room, Room, Room];
    const connections = database().connect({ max: 2 });
    for (let round = 0; round < 40; round += 1) {
      const [from, to] = [2 + round * 10, 5 + round * 10];
      const forth = [
        await makeBooking(database(), a, { from, to }),
        await makeBooking(database(), b, { from, to }),
      ] as const;
      const back = [
        await makeBooking(database(), c, { from: to, to: to + 2 }),
        await makeBooking(database(), b, { from: to, to: to + 2 }),
      ] as const;
      const chains = [
        [await readMove(forth[0], b), await readMove(forth[1], c)],
        [await readMove(back[0], b), await readMove(back[1], a)],
      ];
      const outcomes = await Promise.allSettled(
        chains.map((chain) => move(connections, desk, property.id, chain)),
      );
      expect(countDone(outcomes)).toBe(2);
      await expectOneStayABed(property.id, (round + 1) * 4);
    }
  });

  it('single moves that cross chains do not deadlock, and neither do undos', async () => {
    const { property, desk, rooms } = await setUp(4);
    const [a, b, c, d] = rooms as [Room, Room, Room, Room];
    const connections = database().connect({ max: 4 });
    for (let round = 0; round < 20; round += 1) {
      const [from, to] = [2 + round * 10, 5 + round * 10];
      const one = await makeBooking(database(), a, { from, to });
      const other = await makeBooking(database(), b, { from, to });
      const third = await makeBooking(database(), c, { from, to });
      const [row] = await move(connections, desk, property.id, [
        await readMove(one, b),
        await readMove(other, a),
      ]);
      const undoId = row?.['moved'].undoId;
      const alone = await readMove(third, a);
      const chain = [await readMove(one, d), await readMove(other, b)];
      const outcomes = await Promise.allSettled([
        runOnConnection(connections, desk, (sql) => sql`select public.undo_change(${undoId})`),
        runOnConnection(
          connections,
          desk,
          (sql) => sql`select public.move_booking(
            ${third.id}, ${alone.version}::text::timestamptz, ${alone.roomId}, '', ${alone.checkIn}, ${alone.checkOut})`,
        ),
        move(connections, desk, property.id, chain),
        runOnConnection(connections, desk, (sql) => sql`select public.undo_change(${undoId})`),
      ]);
      expectNamedRefusals(outcomes, [
        'bed_is_taken',
        'changed_meanwhile',
        'taken_meanwhile',
        'undone_already',
      ]);
      await expectOneStayABed(property.id, (round + 1) * 3);
    }
  });

  it('the sweep cancels old requests while chains move through the same rooms, without a deadlock', async () => {
    const { property, desk, rooms } = await setUp(6);
    const connections = database().connect({ max: 3 });
    const stays: Booking[] = [];
    for (const room of rooms) stays.push(await makeBooking(database(), room, { from: 2, to: 5 }));
    for (let round = 0; round < 15; round += 1) {
      for (const room of rooms.toReversed()) {
        const request = await makeBooking(database(), room, { from: 20, to: 22, status: 'pending' });
        await database().sql(
          `update public.accom_bookings set created_at = now() - interval '3 days' where id = $1`,
          [request.id],
        );
      }
      const moves: Move[] = [];
      for (const [index, stay] of stays.entries()) {
        const goal = rooms[(index + round + 1) % rooms.length];
        if (goal !== undefined) moves.push(await readMove(stay, goal));
      }
      const outcomes = await Promise.allSettled([
        move(connections, desk, property.id, moves),
        runOnConnection(connections, serviceRole, (sql) => sql`select public.sweep()`),
      ]);
      expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
      await expectOneStayABed(property.id, stays.length);
    }
  });

  it('of a block and a booking for the same nights one succeeds', async () => {
    const { property, desk, rooms } = await setUp(1);
    const [room] = rooms as [Room];
    const connections = database().connect({ max: 2 });
    for (let round = 0; round < 20; round += 1) {
      const [from, until] = [
        await dayFromToday(database(), round * 3 + 1),
        await dayFromToday(database(), round * 3 + 3),
      ];
      const outcomes = await Promise.allSettled([
        runOnConnection(
          connections,
          desk,
          (sql) => sql`select public.add_room_block(${room.id}, 'closed', ${from}, ${until})`,
        ),
        runOnConnection(
          connections,
          desk,
          (sql) => sql`select public.create_booking(${room.id}, ${from}, ${until}, 'Ana Lee', 'Lee')`,
        ),
      ]);
      expect(countDone(outcomes)).toBe(1);
      expectNamedRefusals(outcomes, ['bed_is_taken']);
    }
    const overlaps = await database().sql(
      `select from public.accom_bookings b join public.room_blocks k on k.room_id = b.room_id
         and daterange(b.check_in_date, b.check_out_date) && daterange(k.from_date, k.until_date)
       where b.property_id = $1`,
      [property.id],
    );
    expect(overlaps).toEqual([]);
  });

  it('a request holds its bed against a block while the desk confirms it', async () => {
    const { desk, rooms } = await setUp(1);
    const [room] = rooms as [Room];
    const connections = database().connect({ max: 2 });
    for (let round = 0; round < 10; round += 1) {
      const request = await makeBooking(database(), room, {
        from: round * 3 + 1,
        to: round * 3 + 3,
        status: 'pending',
      });
      const [from, until] = [
        await dayFromToday(database(), round * 3),
        await dayFromToday(database(), round * 3 + 2),
      ];
      const [confirmed, blocked] = await Promise.allSettled([
        runOnConnection(connections, desk, (sql) => sql`select public.confirm_booking(${request.id})`),
        runOnConnection(
          connections,
          desk,
          (sql) => sql`select public.add_room_block(${room.id}, 'maintenance', ${from}, ${until})`,
        ),
      ]);
      expect([confirmed.status, blocked.status]).toEqual(['fulfilled', 'rejected']);
    }
  });
});
