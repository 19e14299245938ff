import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyBooking, verifyRoom } from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom, type Property, type Room } from './support/make-place.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';
import { actOn, ask, type Person, signUpMember } from './support/people.ts';
import { type Refusal, refusalOf } from './support/refusal.ts';

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
  const [row] = await ask<{ booking: Record<string, unknown> }>(
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
const invalid = (reason: string): Refusal => ({
  code: 'PT400',
  message: 'invalid_request',
  detail: { reason },
});

onEachEngine('the desk books', {}, (database) => {
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

  it('a stay, and gets its code', async () => {
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
  ])('no bed twice: %s', async (_, changes, refused) => {
    const room = await makeRoomOfDesk();
    await book(database(), desk, room);
    if (refused) expect(await refusalOf(book(database(), desk, room, changes))).toEqual(taken);
    else expect(await book(database(), desk, room, changes)).toHaveProperty('bookingCode');
  });

  it('each bed of a dorm by itself', async () => {
    await book(database(), desk, dorm, { bed: '1' });
    expect(await book(database(), desk, dorm, { bed: '2' })).toHaveProperty('bookingCode');
    expect(await refusalOf(book(database(), desk, dorm, { bed: '1' }))).toEqual(taken);
  });

  it.each(['checked_out', 'cancelled', 'no_show'])(
    'nights again that a stay gave back: %s',
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
    ['a bed the dorm has not', () => dorm, { bed: '9' }, invalid('no_such_bed')],
    ['no bed of a dorm', () => dorm, {}, invalid('no_such_bed')],
    ['a bed of a private room', () => privateRoom, { bed: '1' }, invalid('no_such_bed')],
    ['an unknown bed', () => privateRoom, { bed: null }, invalid('booking_is_impossible')],
    [
      'an end before the start',
      () => privateRoom,
      { check_out: '2030-05-09' },
      invalid('booking_is_impossible'),
    ],
    ['no night at all', () => privateRoom, { check_out: '2030-05-10' }, invalid('booking_is_impossible')],
    ['no date', () => privateRoom, { check_in: null }, invalid('booking_is_impossible')],
    ['an endless stay', () => privateRoom, { check_out: 'infinity' }, invalid('booking_is_impossible')],
    ['a stay since ever', () => privateRoom, { check_in: '-infinity' }, invalid('booking_is_impossible')],
    [
      'a year the calendar ends in',
      () => privateRoom,
      { check_out: '5874897-12-31' },
      invalid('booking_is_impossible'),
    ],
    ['nobody', () => privateRoom, { guest_name: ' ' }, invalid('booking_is_impossible')],
    [
      'no last name to prove by',
      () => privateRoom,
      { guest_last_name: '' },
      invalid('booking_is_impossible'),
    ],
    ['an endless name', () => privateRoom, { guest_name: 'x'.repeat(201) }, invalid('booking_is_impossible')],
    ['no guest', () => privateRoom, { guest_count: 0 }, invalid('booking_is_impossible')],
    ['a room that is not there', () => ({ id: crypto.randomUUID() }), {}, notFound],
  ])('not %s, and hears why', async (_, roomOf, changes, refusal) => {
    expect(await refusalOf(book(database(), desk, roomOf(), changes))).toEqual(refusal);
  });

  it('not in a house of others, which answers as one that is not there', async () => {
    const elsewhere = await makeRoom(database(), await makeProperty(database()));
    expect(await refusalOf(book(database(), desk, elsewhere))).toEqual(notFound);
  });

  it('no booking across two properties, whoever writes it', async () => {
    const elsewhere = await makeProperty(database());
    const { code } = await refusalOf(makeBooking(database(), { ...privateRoom, property_id: elsewhere.id }));
    expect(code).toBe('23503');
  });

  describe('and keeps the beds that are booked:', () => {
    const changeBeds = (room: Room, beds: string[]) =>
      database().sql('update public.accom_rooms set beds = $2::text[] where id = $1', [room.id, beds]);
    const booked = { code: 'PT409', message: 'conflict', detail: { reason: 'bed_is_booked' } };

    it('a bed with a stay does not go, one without does, and more may come', async () => {
      const room = await makeRoomOfDesk({ beds: ['1', '2'] });
      await makeBooking(database(), room, { bed: '1' });
      expect(await refusalOf(changeBeds(room, ['2']))).toEqual(booked);
      expect(await refusalOf(changeBeds(room, []))).toEqual(booked);
      await changeBeds(room, ['1', '3']);
    });

    it('a private room with a stay does not become a dorm, one with past stays does', async () => {
      const room = await makeRoomOfDesk();
      const past = await makeRoomOfDesk();
      await makeBooking(database(), room);
      await makeBooking(database(), past, { from: -9, to: -6 });
      expect(await refusalOf(changeBeds(room, ['1']))).toEqual(booked);
      await changeBeds(past, ['1']);
    });
  });
});

onNativePostgres('at once', {}, (database) => {
  it('64 bookers for one bed and night: one wins, 63 hear that it is taken', async () => {
    const property = await makeProperty(database());
    const desk = await signUpMember(database(), property.id, 'staff');
    const room = await makeRoom(database(), property);
    const connections = database().connect({ max: 64 });
    await Promise.all(Array.from({ length: 64 }, () => connections`select 1`));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 64 }, () =>
        actOn(
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

  it('a booking and the end of its bed: one of them is refused', async () => {
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

  it('a guest who verifies and a desk that cancels: never a stay that is not there', async () => {
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

  it('two ways of being checked in: one step, one entry in the log', async () => {
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
    const log = await database().sql(`select action from public.audit_log where row_id = $1`, [booking.id]);
    expect(log).toEqual([{ action: 'checked_in' }]);
  });
});
