import { expect, it } from 'vitest';
import { resolveRoom, unknownRoomCode, verifyBooking, verifyRoom } from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';

const failed = { ok: false, error: 'verification_failed' };

/** The last name of a booking, and what its guest may type. */
const accepted: [string, string[]][] = [
  ['Nguyễn', ['nguyen', 'NGUYỄN', 'Nguyễn'.normalize('NFD'), ' Nguyen ', 'nguyễn'.normalize('NFKC')]],
  ["O'Brien", ['o’brien', 'OBRIEN', 'O Brien', "o'brien", 'O‘Brien', 'O´Brien', 'O-Brien']],
  ['van der Berg', ['Van Der Berg', 'VANDERBERG', 'van  der berg', 'van-der-berg', 'van der\u00a0Berg']],
  ['Đặng', ['dang', 'ĐẶNG', 'đang', 'Đặng'.normalize('NFD')]],
  ['Groß', ['gross', 'GROSS', 'groß', 'GROẞ']],
  ['García-López', ['garcia lopez', 'GarcíaLopez', 'garcia\u2011lópez']],
  ['Ørsted', ['orsted', 'ØRSTED']],
  ['Łukasiewicz', ['lukasiewicz']],
  ['Yılmaz', ['yilmaz', 'YILMAZ']],
  ['İnan', ['inan', 'INAN']],
  ['Παπαδόπουλος', ['ΠΑΠΑΔΟΠΟΥΛΟΣ', 'παπαδοπουλος']],
  ['Иванов', ['ИВАНОВ', 'иванов']],
  ['山田', ['山田', ' 山 田 ']],
  ['김', ['김', '김'.normalize('NFD')]],
  ['ＳＭＩＴＨ', ['smith']],
  ['Smith', ['sm\u200bith', '\ufeffSmith', 'smi\u00adth']],
  ['St. John', ['st john', 'StJohn', 'ST.JOHN']],
  ['Kamakawiwoʻole', ['kamakawiwoole', "kamakawiwo'ole"]],
];

onNativePostgres('verify_room_access by last name', {}, (database) => {
  it.each(accepted)(
    'the last name %s verifies in any case, with or without accents, spaces and punctuation',
    async (name, typed) => {
      const room = await makeRoom(database(), await makeProperty(database()));
      const booking = await makeBooking(database(), room, {
        guest_last_name: name,
        guest_name: `Kim ${name}`,
      });
      for (const lastName of typed) {
        expect(await verifyRoom(database(), room.room_code, { lastName }), lastName).toMatchObject({
          ok: true,
          subject: { bookingId: booking.id },
        });
      }
    },
  );

  it.each(['Sarah Johnson', 'Johnson Sarah', 'JOHNSON, Sarah'])(
    'the full name %s counts as the last name, at the room and at the booking link',
    async (lastName) => {
      const room = await makeRoom(database(), await makeProperty(database()));
      const booking = await makeBooking(database(), room);
      expect(await verifyRoom(database(), room.room_code, { lastName })).toMatchObject({ ok: true });
      expect(await verifyBooking(database(), booking.booking_code, lastName)).toMatchObject({ ok: true });
    },
  );

  it.each([
    ['another name', { lastName: 'Johnston' }],
    ['the first name', { lastName: 'Sarah' }],
    ['a part of the name', { lastName: 'John' }],
    ['an empty name', { lastName: '' }],
    ['punctuation only', { lastName: " -.'" }],
    ['a wildcard', { lastName: '%' }],
    ['a letter of another script that looks alike', { lastName: 'Јohnson' }],
  ])('verify_room_access refuses %s and counts the try', async (_, answer) => {
    const room = await makeRoom(database(), await makeProperty(database()));
    await makeBooking(database(), room);
    expect(await verifyRoom(database(), room.room_code, answer)).toEqual({ ...failed, triesLeft: 9 });
  });

  it.each([
    ['null', null],
    ['an empty object', {}],
    ['the answer to another method', { pin: '123456', roomNumber: '1' }],
    ['a number', { lastName: 7 }],
    ['a list', ['Johnson']],
    ['a name of 201 characters', { lastName: 'x'.repeat(201) }],
  ])('verify_room_access returns the method for %s and counts no try', async (_, answer) => {
    const room = await makeRoom(database(), await makeProperty(database()));
    await makeBooking(database(), room);
    expect(await verifyRoom(database(), room.room_code, answer)).toEqual({
      ok: false,
      error: 'verification_required',
      method: 'last_name',
    });
    expect(await verifyRoom(database(), room.room_code, { lastName: 'x' })).toEqual({
      ...failed,
      triesLeft: 9,
    });
  });

  it('a verified guest gets what a token and a greeting need, but no e-mail address and no PIN hash', async () => {
    const property = await makeProperty(database(), { wifi_network: 'House', wifi_password: 'house-pass' });
    const room = await makeRoom(database(), property, { floor: '2' });
    const booking = await makeBooking(database(), room, { guest_count: 2, guest_email: 's@example.com' });
    const outcome = await verifyRoom(database(), room.room_code, { lastName: 'Johnson' });
    expect(outcome).toMatchObject({
      ok: true,
      subject: { propertyId: property.id, roomId: room.id, roomCode: room.room_code, bookingId: booking.id },
      expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT17:00:00Z$/),
      booking: {
        code: booking.booking_code,
        guestFirstName: 'Sarah',
        nights: 2,
        status: 'confirmed',
        guestCount: 2,
      },
      property: { id: property.id },
    });
    expect(JSON.stringify(outcome)).not.toMatch(/s@example\.com|pin_hash/);
  });

  it.each([
    ['Sarah Johnson', 'Johnson', 'Sarah'],
    ['Nguyễn Thị Hương', 'Nguyễn', 'Hương'],
    ['Pieter van der Berg', 'van der Berg', 'Pieter'],
    ['  Ana   María  López ', 'López', 'Ana'],
    ['Madonna', 'Madonna', 'Madonna'],
  ])(
    'a verified guest is greeted by the given name: %s',
    async (guest_name, guest_last_name, guestFirstName) => {
      const room = await makeRoom(database(), await makeProperty(database()));
      await makeBooking(database(), room, { guest_name, guest_last_name });
      const outcome = await verifyRoom(database(), room.room_code, { lastName: guest_last_name });
      expect(outcome).toMatchObject({ booking: { guestFirstName } });
    },
  );

  it.each(['pending', 'checked_out', 'cancelled', 'no_show'])(
    'the right last name is refused while the booking is %s',
    async (status) => {
      const room = await makeRoom(database(), await makeProperty(database()));
      await makeBooking(database(), room, { status });
      expect(await verifyRoom(database(), room.room_code, { lastName: 'Johnson' })).toMatchObject(failed);
    },
  );

  it.each([
    [unknownRoomCode, 'room_not_found'],
    ['RM-0000000O', 'invalid_room_code'],
    ['x'.repeat(10_000), 'invalid_room_code'],
    [null, 'invalid_room_code'],
  ])('verify_room_access refuses an unknown or invalid code (case %#)', async (code, error) => {
    expect(await verifyRoom(database(), code, { lastName: 'Johnson' })).toEqual({ ok: false, error });
  });
});

onNativePostgres('verify_room_access by other methods', {}, (database) => {
  const byPin = { type: 'resort', country: 'US' };

  it('exactly the PIN of the booking verifies, with its leading zero', async () => {
    const room = await makeRoom(database(), await makeProperty(database(), byPin));
    const booking = await makeBooking(database(), room, { pin: '042819' });
    expect(await verifyRoom(database(), room.room_code, { pin: '042818' })).toMatchObject(failed);
    expect(await verifyRoom(database(), room.room_code, { pin: '042819' })).toMatchObject({
      ok: true,
      subject: { bookingId: booking.id },
    });
  });

  it.each(['42819', '0428190', '', ' 042819', '04281O', '０４２８１９', '042819\n'])(
    'a PIN that is not six digits is no answer and costs no try: %j',
    async (pin) => {
      const room = await makeRoom(database(), await makeProperty(database(), byPin));
      await makeBooking(database(), room, { pin: '042819' });
      expect(await verifyRoom(database(), room.room_code, { pin })).toEqual({
        ok: false,
        error: 'verification_required',
        method: 'pin',
      });
      expect(await verifyRoom(database(), room.room_code, { pin: '000000' })).toMatchObject({ triesLeft: 9 });
    },
  );

  it('a booking without a PIN cannot be verified by PIN', async () => {
    const room = await makeRoom(database(), await makeProperty(database(), byPin));
    await makeBooking(database(), room);
    expect(await verifyRoom(database(), room.room_code, { pin: '000000' })).toMatchObject(failed);
  });

  it('the room number verifies where that is the method', async () => {
    const property = await makeProperty(database(), {}, { verification_method: 'room_number' });
    const room = await makeRoom(database(), property, { room_number: 'B-12' });
    await makeBooking(database(), room);
    expect(await verifyRoom(database(), room.room_code, { roomNumber: '12' })).toMatchObject(failed);
    expect(await verifyRoom(database(), room.room_code, { roomNumber: 'b12' })).toMatchObject({ ok: true });
  });

  it('method none verifies without an answer while a stay is on', async () => {
    const room = await makeRoom(database(), await makeProperty(database(), { type: 'villa' }));
    expect(await verifyRoom(database(), room.room_code, {})).toMatchObject(failed);
    const booking = await makeBooking(database(), room);
    expect(await verifyRoom(database(), room.room_code, {})).toMatchObject({
      ok: true,
      subject: { bookingId: booking.id },
    });
  });

  it('nothing is asked where orders need no verification, whatever the method is', async () => {
    const property = await makeProperty(database(), {}, { order_requires_verification: false });
    const room = await makeRoom(database(), property);
    await makeBooking(database(), room);
    expect(await verifyRoom(database(), room.room_code, {})).toMatchObject({ ok: true });
  });
});

onNativePostgres('verify_room_access in a dorm', {}, (database) => {
  const makeDorm = async (settings: Record<string, unknown> = {}) =>
    makeRoom(database(), await makeProperty(database(), { type: 'hostel' }, settings), {
      beds: ['1', '2', '3'],
    });

  it('each guest of a dorm verifies the stay of their own bed', async () => {
    const dorm = await makeDorm();
    const first = await makeBooking(database(), dorm, { bed: '1', guest_last_name: 'Moreau' });
    const second = await makeBooking(database(), dorm, { bed: '2', guest_last_name: 'Haddad' });
    const subjectOf = async (lastName: string) =>
      (await verifyRoom(database(), dorm.room_code, { lastName }))['subject'];
    expect(await subjectOf('moreau')).toMatchObject({ bookingId: first.id });
    expect(await subjectOf('haddad')).toMatchObject({ bookingId: second.id });
  });

  it('a last name that two beds of a dorm share is refused', async () => {
    const dorm = await makeDorm();
    await makeBooking(database(), dorm, { bed: '1', guest_last_name: 'Kim' });
    await makeBooking(database(), dorm, { bed: '2', guest_last_name: 'KIM' });
    expect(await verifyRoom(database(), dorm.room_code, { lastName: 'kim' })).toMatchObject(failed);
  });

  it('a last name that two stays of the same bed share verifies', async () => {
    const dorm = await makeDorm();
    await makeBooking(database(), dorm, { bed: '1', from: -2, to: 0, guest_last_name: 'Kim' });
    await makeBooking(database(), dorm, { bed: '1', from: 0, to: 2, guest_last_name: 'Kim' });
    expect(await verifyRoom(database(), dorm.room_code, { lastName: 'kim' })).toMatchObject({ ok: true });
  });

  it.each([
    ['none', { verification_method: 'none', order_requires_verification: false }],
    ['room_number', { verification_method: 'room_number' }],
  ])('a dorm asks for the last name even if the method of its property is %s', async (_, settings) => {
    const dorm = await makeDorm(settings);
    await makeBooking(database(), dorm, { bed: '1' });
    expect(await resolveRoom(database(), dorm.room_code)).toMatchObject({
      accessSettings: { verificationMethod: 'last_name' },
    });
    expect(await verifyRoom(database(), dorm.room_code, { roomNumber: dorm.room_number })).toMatchObject({
      error: 'verification_required',
      method: 'last_name',
    });
    expect(await verifyRoom(database(), dorm.room_code, { lastName: 'Johnson' })).toMatchObject({ ok: true });
  });
});

onNativePostgres('verify_room_access with auto_checkin_on_verify', {}, (database) => {
  const statusOf = async (id: string) => {
    const [row] = await database().sql('select status from public.accom_bookings where id = $1', [id]);
    return row?.['status'];
  };

  it.each([
    [true, 'checked_in'],
    [false, 'confirmed'],
  ])(
    'a verified guest is checked in, and it is logged, only if auto_checkin_on_verify is on: %s',
    async (auto_checkin_on_verify, status) => {
      const property = await makeProperty(database(), {}, { auto_checkin_on_verify });
      const room = await makeRoom(database(), property);
      const booking = await makeBooking(database(), room);
      const outcome = await verifyRoom(database(), room.room_code, { lastName: 'Johnson' });
      expect(outcome).toMatchObject({ ok: true, booking: { status } });
      expect(await statusOf(booking.id)).toBe(status);
      await verifyRoom(database(), room.room_code, { lastName: 'Johnson' });
      const log = await database().sql(
        `select actor, detail -> 'to' as becomes from public.audit_log where row_id = $1 and action = 'changed'`,
        [booking.id],
      );
      expect(log).toEqual(
        auto_checkin_on_verify ? [{ actor: 'guest', becomes: { status: 'checked_in' } }] : [],
      );
    },
  );

  it('a wrong answer checks nobody in', async () => {
    const property = await makeProperty(database(), {}, { auto_checkin_on_verify: true });
    const room = await makeRoom(database(), property);
    const booking = await makeBooking(database(), room);
    await verifyRoom(database(), room.room_code, { lastName: 'wrong' });
    expect(await statusOf(booking.id)).toBe('confirmed');
  });
});
