import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError, type DatabaseError } from './support/database-error.ts';
import { verifyBooking, verifyRoom } from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom, type Property, type Room } from './support/make-property.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, runOnConnection, signUpMember } from './support/people.ts';

const request = {
  check_in: '2030-05-10',
  check_out: '2030-05-12',
  guest_name: 'Sarah Johnson',
  guest_last_name: 'Johnson',
};

async function book(
  database: TestDatabase,
  person: Person,
  room: Pick<Room, 'id'>,
  changes: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const args = { room_id: room.id, ...request, ...changes };
  const named = Object.keys(args).map((name, index) => `${name} => $${index + 1}`);
  const [row] = await queryAs<{ booking: Record<string, unknown> }>(
    database,
    person,
    `select public.create_booking(${named.join(', ')}) as booking`,
    Object.values(args),
  );
  if (row === undefined) throw new Error('create_booking returned nothing');
  return row.booking;
}

const taken = { code: 'PT409', message: 'conflict', detail: { reason: 'bed_is_taken' } };
const notFound = { code: 'PT404', message: 'not_found', detail: {} };
const invalid = (reason: string): DatabaseError => ({
  code: 'PT400',
  message: 'invalid_request',
  detail: { reason },
});

onEachEngine('create_booking', {}, (database) => {
  let property: Property;
  let desk: Person;
  let privateRoom: Room;
  let dorm: Room;
  const makeRoomOfDesk = (columns: Record<string, unknown> = {}) => makeRoom(database(), property, columns);

  beforeAll(async () => {
    property = await makeProperty(database());
    desk = await signUpMember(database(), property.id, 'staff');
    privateRoom = await makeRoomOfDesk();
    dorm = await makeRoomOfDesk({ beds: ['1', '2'] });
  });

  it('the desk books a stay and gets its booking code', async () => {
    const room = await makeRoomOfDesk();
    const booking = await book(database(), desk, room, { guest_count: 2, guest_email: 's@example.com' });
    expect(booking).toEqual({ id: expect.any(String), bookingCode: expect.stringMatching(/^BK-/) });
    const [row] = await database().sql(
      'select status, bed, guest_count, property_id from public.accom_bookings where id = $1',
      [booking['id']],
    );
    expect(row).toEqual({ status: 'confirmed', bed: '', guest_count: 2, property_id: property.id });
  });

  it.each([
    ['the same nights', {}, true],
    ['a night before and one of them', { check_in: '2030-05-09', check_out: '2030-05-11' }, true],
    ['nights all around them', { check_in: '2030-05-01', check_out: '2030-05-30' }, true],
    ['the last of them and one more', { check_in: '2030-05-11', check_out: '2030-05-13' }, true],
    ['nights that end where they begin', { check_in: '2030-05-08', check_out: '2030-05-10' }, false],
    ['nights that begin where they end', { check_in: '2030-05-12', check_out: '2030-05-14' }, false],
  ])(
    'a bed that is booked from 10 to 12 May can be booked again only for other nights: %s',
    async (_, changes, refused) => {
      const room = await makeRoomOfDesk();
      await book(database(), desk, room);
      if (refused)
        expect(await catchDatabaseError(book(database(), desk, room, changes))).toMatchObject(taken);
      else expect(await book(database(), desk, room, changes)).toHaveProperty('bookingCode');
    },
  );

  it('each bed of a dorm is booked separately', async () => {
    await book(database(), desk, dorm, { bed: '1' });
    expect(await book(database(), desk, dorm, { bed: '2' })).toHaveProperty('bookingCode');
    expect(await catchDatabaseError(book(database(), desk, dorm, { bed: '1' }))).toMatchObject(taken);
  });

  it.each(['checked_out', 'cancelled', 'no_show'])(
    'the nights of a booking that is %s can be booked again',
    async (status) => {
      const room = await makeRoomOfDesk();
      const { id } = await book(database(), desk, room);
      await database().sql(
        'update public.accom_bookings set status = $2::public.booking_status where id = $1',
        [id, status],
      );
      expect(await book(database(), desk, room)).toHaveProperty('bookingCode');
    },
  );

  it.each([
    ['a bed that the dorm does not have', () => dorm, { bed: '9' }, invalid('no_such_bed')],
    ['no bed, in a dorm', () => dorm, {}, invalid('no_such_bed')],
    ['a named bed, in a private room', () => privateRoom, { bed: '1' }, invalid('no_such_bed')],
    ['null as the bed', () => privateRoom, { bed: null }, invalid('booking_is_impossible')],
    [
      'a check-out before the check-in',
      () => privateRoom,
      { check_out: '2030-05-09' },
      invalid('booking_is_impossible'),
    ],
    [
      'a check-out on the day of check-in',
      () => privateRoom,
      { check_out: '2030-05-10' },
      invalid('booking_is_impossible'),
    ],
    ['no check-in date', () => privateRoom, { check_in: null }, invalid('booking_is_impossible')],
    [
      'an infinite check-out date',
      () => privateRoom,
      { check_out: 'infinity' },
      invalid('booking_is_impossible'),
    ],
    [
      'an infinite check-in date',
      () => privateRoom,
      { check_in: '-infinity' },
      invalid('booking_is_impossible'),
    ],
    [
      'the last date that Postgres can store',
      () => privateRoom,
      { check_out: '5874897-12-31' },
      invalid('booking_is_impossible'),
    ],
    ['a guest name of spaces only', () => privateRoom, { guest_name: ' ' }, invalid('booking_is_impossible')],
    ['an empty last name', () => privateRoom, { guest_last_name: '' }, invalid('booking_is_impossible')],
    [
      'a guest name of 201 characters',
      () => privateRoom,
      { guest_name: 'x'.repeat(201) },
      invalid('booking_is_impossible'),
    ],
    ['zero guests', () => privateRoom, { guest_count: 0 }, invalid('booking_is_impossible')],
    ['an unknown room', () => ({ id: crypto.randomUUID() }), {}, notFound],
  ])('a booking with %s is refused with its reason', async (_, roomOf, changes, refusal) => {
    expect(await catchDatabaseError(book(database(), desk, roomOf(), changes))).toEqual(refusal);
  });

  it('a room of another property gets the same error as an unknown room', async () => {
    const elsewhere = await makeRoom(database(), await makeProperty(database()));
    expect(await catchDatabaseError(book(database(), desk, elsewhere))).toEqual(notFound);
  });

  it('a booking cannot combine a room of one property with another property, whoever writes it', async () => {
    const elsewhere = await makeProperty(database());
    const { code } = await catchDatabaseError(
      makeBooking(database(), { ...privateRoom, property_id: elsewhere.id }),
    );
    expect(code).toBe('23503');
  });

  describe('changing the beds of a room', () => {
    const changeBeds = (room: Room, beds: string[]) =>
      database().sql('update public.accom_rooms set beds = $2::text[] where id = $1', [room.id, beds]);
    const booked = { code: 'PT409', message: 'conflict', detail: { reason: 'bed_is_booked' } };

    it('a booked bed cannot be removed, a free bed can, and new beds can be added', async () => {
      const room = await makeRoomOfDesk({ beds: ['1', '2'] });
      await makeBooking(database(), room, { bed: '1' });
      expect(await catchDatabaseError(changeBeds(room, ['2']))).toEqual(booked);
      expect(await catchDatabaseError(changeBeds(room, []))).toEqual(booked);
      await changeBeds(room, ['1', '3']);
    });

    it('a private room with a current booking cannot become a dorm, but one with past bookings can', async () => {
      const room = await makeRoomOfDesk();
      const past = await makeRoomOfDesk();
      await makeBooking(database(), room);
      await makeBooking(database(), past, { from: -9, to: -6 });
      expect(await catchDatabaseError(changeBeds(room, ['1']))).toEqual(booked);
      await changeBeds(past, ['1']);
    });
  });
});

onNativePostgres('bookings at the same time', {}, (database) => {
  it('of 64 bookings of one bed and night exactly one succeeds and 63 are refused as taken', async () => {
    const property = await makeProperty(database());
    const desk = await signUpMember(database(), property.id, 'staff');
    const room = await makeRoom(database(), property);
    const connections = database().connect({ max: 64 });
    await Promise.all(Array.from({ length: 64 }, () => connections`select 1`));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 64 }, () =>
        runOnConnection(
          connections,
          desk,
          (sql) =>
            sql`select public.create_booking(${room.id}, '2030-05-10', '2030-05-11', 'Sarah Johnson', 'Johnson')`,
        ),
      ),
    );
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(new Set(lost.map(({ code, message }) => `${code} ${message}`))).toEqual(
      new Set(['PT409 conflict']),
    );
    expect(lost).toHaveLength(63);
  });

  it('when a bed is booked and removed at the same time, exactly one of the two succeeds', async () => {
    const property = await makeProperty(database());
    for (let round = 0; round < 10; round += 1) {
      const room = await makeRoom(database(), property, { beds: ['1', '2'] });
      const [booked, changed] = await Promise.allSettled([
        makeBooking(database(), room, { bed: '1' }),
        database().sql(`update public.accom_rooms set beds = '{2}' where id = $1`, [room.id]),
      ]);
      expect([booked?.status, changed?.status].sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  it('a guest who verifies while the desk cancels is either checked in or refused, never let into a cancelled stay', async () => {
    const property = await makeProperty(database(), {}, { auto_checkin_on_verify: true });
    for (let round = 0; round < 20; round += 1) {
      const room = await makeRoom(database(), property);
      const booking = await makeBooking(database(), room);
      const [outcome] = await Promise.all([
        round % 2 === 0
          ? verifyRoom(database(), room.room_code, { lastName: 'Johnson' })
          : verifyBooking(database(), booking.booking_code, 'Johnson'),
        database().sql(
          `update public.accom_bookings set status = 'cancelled' where id = $1 and status = 'confirmed'`,
          [booking.id],
        ),
      ]);
      if (outcome['ok'] === true) expect(outcome).toMatchObject({ booking: { status: 'checked_in' } });
      else expect(outcome).toMatchObject({ error: 'verification_failed' });
    }
  });

  it('a guest who verifies by room and by link at the same time is checked in once, with one log entry', async () => {
    const property = await makeProperty(database(), {}, { auto_checkin_on_verify: true });
    const room = await makeRoom(database(), property);
    const booking = await makeBooking(database(), room);
    const outcomes = await Promise.all([
      verifyRoom(database(), room.room_code, { lastName: 'Johnson' }),
      verifyBooking(database(), booking.booking_code, 'Johnson'),
      verifyRoom(database(), room.room_code, { lastName: 'Johnson' }),
      verifyBooking(database(), booking.booking_code, 'Johnson'),
    ]);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ ok: true, booking: { status: 'checked_in' } });
    const log = await database().sql(
      `select detail -> 'to' as becomes from public.audit_log where row_id = $1 and action = 'changed'`,
      [booking.id],
    );
    expect(log).toEqual([{ becomes: { status: 'checked_in' } }]);
  });
});
