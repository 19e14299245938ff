import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { describe, expect, it } from 'vitest';
import {
  checkStay,
  getOwnStay,
  openSession,
  unknownAccessCode,
  unknownBookingCode,
  verifyBooking,
} from './support/guest-calls.ts';
import { type Booking, makeBooking, makeProperty, makeRoom, makeSession } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';

async function makeStay(
  database: TestDatabase,
  columns: Parameters<typeof makeBooking>[2] = {},
): Promise<Booking> {
  return makeBooking(database, await makeRoom(database, await makeProperty(database)), columns);
}

const subjectOf = ({ id, property_id }: Booking) => ({ bookingId: id, propertyId: property_id });

const expired = { ok: false, error: 'session_expired' };
const failed = { ok: false, error: 'verification_failed', triesLeft: 9 };

onNativePostgres('verify_booking_access', {}, (database) => {
  it('a booking code and its last name verify the guest, as often as they come back', async () => {
    const booking = await makeStay(database(), { guest_name: 'Đặng Văn Lâm', guest_last_name: 'Đặng' });
    for (const name of ['dang', 'ĐẶNG']) {
      expect(await verifyBooking(database(), booking.booking_code, name)).toMatchObject({
        ok: true,
        subject: { bookingId: booking.id, propertyId: booking.property_id },
        booking: { guestFirstName: 'Lâm' },
      });
    }
  });

  it('a guest who verifies before the first day is not checked in, and one who verifies during the stay is', async () => {
    const property = await makeProperty(database(), {}, { auto_checkin_on_verify: true });
    const room = await makeRoom(database(), property);
    const coming = await makeBooking(database(), room, { from: 5, to: 7 });
    const here = await makeBooking(database(), room, { from: 0, to: 2 });
    const statusOf = async ({ booking_code }: Booking) =>
      (await verifyBooking(database(), booking_code, 'johnson'))['booking'];
    expect(await statusOf(coming)).toMatchObject({ status: 'confirmed' });
    expect(await statusOf(here)).toMatchObject({ status: 'checked_in' });
  });

  it.each([
    ['an unknown code', async () => unknownBookingCode, 'johnson'],
    ['a wrong name', async () => (await makeStay(database())).booking_code, 'wrong'],
    ['no name', async () => (await makeStay(database())).booking_code, null],
    ['a past stay', async () => (await makeStay(database(), { from: -5, to: -1 })).booking_code, 'johnson'],
    [
      'a checked-out stay',
      async () => (await makeStay(database(), { status: 'checked_out' })).booking_code,
      'johnson',
    ],
    [
      'a cancelled stay',
      async () => (await makeStay(database(), { status: 'cancelled' })).booking_code,
      'johnson',
    ],
    [
      'a request for past nights',
      async () => (await makeStay(database(), { status: 'pending', from: -5, to: -1 })).booking_code,
      'johnson',
    ],
    [
      'a wrong name for a request',
      async () => (await makeStay(database(), { status: 'pending' })).booking_code,
      'wrong',
    ],
    ['a no-show', async () => (await makeStay(database(), { status: 'no_show' })).booking_code, 'johnson'],
  ])('verify_booking_access returns the same for %s', async (_, makeCode, name) => {
    const code = await makeCode();
    await database().sql('delete from public.access_attempts where code = $1', [code]);
    expect(await verifyBooking(database(), code, name)).toEqual(failed);
  });

  it('verifying a past stay does not check it in', async () => {
    const property = await makeProperty(database(), {}, { auto_checkin_on_verify: true });
    const booking = await makeBooking(database(), await makeRoom(database(), property), { from: -5, to: -1 });
    expect(await verifyBooking(database(), booking.booking_code, 'johnson')).toEqual(failed);
    const [row] = await database().sql('select status from public.accom_bookings where id = $1', [
      booking.id,
    ]);
    expect(row).toEqual({ status: 'confirmed' });
  });

  it.each(['BK-GUEST', 'bk-guest2', 'RM-SUNSET22', '', null, 'BK-'.repeat(5_000)])(
    'verify_booking_access refuses a text without the form of a booking code (case %#)',
    async (code) => {
      expect(await verifyBooking(database(), code, 'johnson')).toEqual({ ok: false, error: 'invalid_code' });
    },
  );
});

onNativePostgres('check_stay', {}, (database) => {
  it.each([
    ['confirmed', 'live'],
    ['checked_in', 'live'],
    ['checked_out', 'ended'],
    ['pending', 'pending'],
  ])('check_stay gives the booking code of a stay that is %s, and the state %s', async (status, state) => {
    const room = await makeRoom(database(), await makeProperty(database()));
    const booking = await makeBooking(database(), room, { status });
    expect(await checkStay(database(), subjectOf(booking))).toEqual({
      ok: true,
      state,
      bookingCode: booking.booking_code,
      roomWait: null,
      version: expect.stringMatching(/^\w+ [\d.]+$/),
    });
  });

  it.each(['cancelled', 'no_show'])(
    'check_stay returns session_expired when the booking is %s',
    async (status) => {
      const room = await makeRoom(database(), await makeProperty(database()));
      const booking = await makeBooking(database(), room, { status });
      expect(await checkStay(database(), subjectOf(booking))).toEqual({
        ok: false,
        error: 'session_expired',
      });
    },
  );

  it('check_stay returns live for a guest session until the desk deactivates it', async () => {
    const room = await makeRoom(database(), await makeProperty(database()));
    const session = await makeSession(database(), room);
    const subject = { propertyId: room.property_id, sessionId: session.id };
    expect(await checkStay(database(), subject)).toEqual({
      ok: true,
      state: 'live',
      bookingCode: null,
      roomWait: null,
      version: expect.stringMatching(/^\w+ [\d.]+$/),
    });
    await database().sql('update public.guest_sessions set active = false where id = $1', [session.id]);
    expect(await checkStay(database(), subject)).toEqual({ ok: false, error: 'session_expired' });
  });
});

onNativePostgres('open_guest_session', {}, (database) => {
  const makeRoomInUse = async () =>
    makeRoom(
      database(),
      await makeProperty(database(), { wifi_network: 'House', wifi_password: 'house-pass' }),
    );

  it('an access code opens its room and property and shows no booking', async () => {
    const room = await makeRoomInUse();
    await makeBooking(database(), room);
    const session = await makeSession(database(), room);
    const outcome = await openSession(database(), session.access_code);
    expect(outcome).toMatchObject({
      ok: true,
      booking: null,
      session: { code: session.access_code },
      subject: {
        roomId: room.id,
        propertyId: room.property_id,
        roomCode: room.room_code,
        sessionId: session.id,
      },
    });
    expect(JSON.stringify(outcome)).not.toMatch(/Johnson|Sarah/);
  });

  it('an access code can be used again while its session lasts', async () => {
    const { access_code } = await makeSession(database(), await makeRoomInUse());
    for (let visit = 0; visit < 3; visit += 1) {
      expect(await openSession(database(), access_code)).toMatchObject({ ok: true });
    }
  });

  it.each([
    ['unknown', async () => unknownAccessCode],
    [
      'expired',
      async () =>
        (await makeSession(database(), await makeRoomInUse(), { expires_at: new Date().toISOString() }))
          .access_code,
    ],
    [
      'deactivated by the desk',
      async () => (await makeSession(database(), await makeRoomInUse(), { active: false })).access_code,
    ],
    [
      'of a closed property',
      async () => {
        const property = await makeProperty(database(), { is_active: false });
        return (await makeSession(database(), await makeRoom(database(), property))).access_code;
      },
    ],
  ])('open_guest_session returns the same for a code that is %s', async (_, makeCode) => {
    expect(await openSession(database(), await makeCode())).toEqual({
      ok: false,
      error: 'verification_failed',
    });
  });

  it.each(['WAKEUP23', 'wake-up23', null, 'x'.repeat(10_000)])(
    'open_guest_session refuses a text without the form of an access code (case %#)',
    async (code) => {
      expect(await openSession(database(), code)).toEqual({ ok: false, error: 'invalid_code' });
    },
  );
});

onNativePostgres('get_own_stay', {}, (database) => {
  it.each([
    ['pending', 'pending'],
    ['confirmed', 'live'],
    ['checked_in', 'live'],
    ['checked_out', 'ended'],
  ])('get_own_stay shows a stay that is %s, and the state %s', async (status, state) => {
    const booking = await makeStay(database(), { status });
    expect(await getOwnStay(database(), subjectOf(booking))).toMatchObject({
      ok: true,
      state,
      booking: { code: booking.booking_code, status },
    });
  });

  it.each(['cancelled', 'no_show'])(
    'get_own_stay returns session_expired when the stay is %s',
    async (status) => {
      const booking = await makeStay(database(), { status });
      expect(await getOwnStay(database(), subjectOf(booking))).toEqual(expired);
    },
  );

  it.each(['pending', 'confirmed', 'checked_out'])(
    'get_own_stay returns session_expired after the last day of a stay that is still %s',
    async (status) => {
      const booking = await makeStay(database(), { from: -4, to: -1, status });
      expect(await getOwnStay(database(), subjectOf(booking))).toEqual(expired);
    },
  );

  it('get_own_stay returns session_expired at once when the property is closed or the session is deactivated', async () => {
    const booking = await makeStay(database());
    expect(await getOwnStay(database(), subjectOf(booking))).toMatchObject({ ok: true });
    await database().sql('update public.accom_properties set is_active = false where id = $1', [
      booking.property_id,
    ]);
    expect(await getOwnStay(database(), subjectOf(booking))).toEqual(expired);
    const room = await makeRoom(database(), await makeProperty(database()));
    const session = await makeSession(database(), room);
    const subject = { sessionId: session.id, propertyId: room.property_id };
    expect(await getOwnStay(database(), subject)).toMatchObject({ ok: true, state: 'live', booking: null });
    await database().sql('update public.guest_sessions set active = false where id = $1', [session.id]);
    expect(await getOwnStay(database(), subject)).toEqual(expired);
  });

  describe('invalid subjects', () => {
    const id = crypto.randomUUID();
    it.each([
      ['an empty object', {}],
      ['null', null],
      ['a list', []],
      ['an unknown booking', { bookingId: id, propertyId: id }],
      ['an unknown session', { sessionId: id, propertyId: id }],
      ['no property', { bookingId: id }],
      ['a booking id that is not a uuid', { bookingId: 'x', propertyId: id }],
      ['a number as the booking id', { bookingId: 7, propertyId: id }],
      ['null as the booking id', { bookingId: null, propertyId: id }],
    ])('get_own_stay and check_stay return session_expired for %s', async (_, subject) => {
      expect(await getOwnStay(database(), subject)).toEqual(expired);
      expect(await checkStay(database(), subject)).toEqual(expired);
    });

    it('get_own_stay returns session_expired for a booking or session of another property', async () => {
      const booking = await makeStay(database());
      const elsewhere = await makeProperty(database());
      expect(await getOwnStay(database(), { bookingId: booking.id, propertyId: elsewhere.id })).toEqual(
        expired,
      );
      const session = await makeSession(
        database(),
        await makeRoom(database(), await makeProperty(database())),
      );
      expect(await getOwnStay(database(), { sessionId: session.id, propertyId: elsewhere.id })).toEqual(
        expired,
      );
    });
  });
});

onNativePostgres('resolve_checkin_link', {}, (database) => {
  it('resolve_checkin_link gives the code that an old link leads to, and counts unknown ids as misses', async () => {
    const code = 'RM-PRNTED22';
    const room = await makeRoom(database(), await makeProperty(database()), {
      room_code: code,
      old_link_code: code,
    });
    const follow = async (propertyId: string, roomId: string, client = 'x'.repeat(32)) => {
      const [row] = await database().as('guest_api', {}, (sql) =>
        sql('select public.resolve_checkin_link($1, $2, $3) as outcome', [propertyId, roomId, client]),
      );
      return row?.['outcome'];
    };
    expect(await follow(room.property_id, room.id)).toEqual({ ok: true, roomCode: room.room_code });
    expect(await follow(crypto.randomUUID(), room.id)).toEqual({ ok: false, error: 'room_not_found' });
    const [misses] = await database().sql(
      `select hits from public.rate_limits where key = 'miss/day:' || $1`,
      ['x'.repeat(32)],
    );
    expect(misses).toEqual({ hits: 1 });
    await database().sql("update public.accom_rooms set room_code = 'RM-REPRNT22' where id = $1", [room.id]);
    expect(await follow(room.property_id, room.id, 'y'.repeat(32))).toEqual({
      ok: false,
      error: 'room_not_found',
    });
    await database().sql('delete from public.accom_rooms where id = $1', [room.id]);
  });

  it('a room that was added here has no old link', async () => {
    const room = await makeRoom(database(), await makeProperty(database()));
    const [row] = await database().as('guest_api', {}, (sql) =>
      sql('select public.resolve_checkin_link($1, $2, $3) as outcome', [
        room.property_id,
        room.id,
        'z'.repeat(32),
      ]),
    );
    expect(row?.['outcome']).toEqual({ ok: false, error: 'room_not_found' });
  });
});
