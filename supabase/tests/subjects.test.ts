import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, expect, it } from 'vitest';
import { callAsStaysServer, getOwnStay, getStayContent, verifyBooking } from './support/guest-calls.ts';
import { makeCategory, makeDeal, makeItem, makeNumber } from './support/make-content.ts';
import {
  type Booking,
  type GuestSession,
  makeBooking,
  makeProperty,
  makeRoom,
  makeSession,
  type Room,
} from './support/make-property.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';

type Columns = Record<string, unknown>;

async function makeAnyRoom(database: TestDatabase, columns: Columns = {}): Promise<Room> {
  const wifi = { wifi_network: 'Reef 4', wifi_password: 'coral-lamp-7' };
  return makeRoom(database, await makeProperty(database, { ...wifi, ...columns }));
}

const ofBooking = ({ id, property_id }: Booking) => ({ propertyId: property_id, bookingId: id });
const ofSession = ({ id }: GuestSession, { property_id }: Room) => ({
  propertyId: property_id,
  sessionId: id,
});

async function findState(database: TestDatabase, subject: unknown): Promise<unknown> {
  const [row] = await database.sql('select state from private.find_subject($1::jsonb)', [subject]);
  return row?.['state'];
}

const anId = crypto.randomUUID();
/** Every full-tier function that reads, with its arguments after the subject. Signing a phone out and erasing only take away. */
const readings: [string, string][] = [
  ['check_stay', ''],
  ['get_own_stay', ''],
  ['get_stay_content', `, 'services'`],
  ['list_own_orders', ''],
  ['list_own_incidents', ''],
  ['list_own_phones', ''],
  ['list_own_documents', ''],
  ['get_visa_status', ''],
  ['ask_for_erasure', `, '${anId}'`],
  ['remove_guest_document', `, '${anId}'`],
  ['give_up_document', `, '${anId}', ''`],
  ['sign_out_own_phone', `, '${anId}'`],
];
/** Called for the photos of a report. An ended stay is admitted, because it may be sending a report again. */
const photoCalls: [string, string][] = [
  ['admit_incident_photos', ''],
  ['forget_incident_photo', `, '${anId}', 'x'`],
  ['renew_incident_photo', `, '${anId}', 'x'`],
];
const writings: [string, string][] = [
  ['place_service_order', `, 'key-01234567', '[{"itemId": "${anId}", "quantity": 1}]'`],
  ['cancel_service_order', `, '${anId}'`],
  ['report_incident', `, 'Leak', '', 'low'`],
  ['reply_to_incident', `, '${anId}', 'Hello'`],
  ['admit_guest_document', ''],
  ['begin_guest_document', `, '{}', false, null`],
  ['finish_guest_document', `, '${anId}', '{}'`],
];

/** Calls each function. Null stands for success, and for an error that comes after the check of the stay. */
async function callAll(database: TestDatabase, calls: [string, string][], subject: unknown) {
  const laterErrors = ['not_found', 'item_unavailable'];
  const laterReasons = ['documents_need_a_booking', 'no_pictures_here', 'consent_changed'];
  const errors: Record<string, unknown> = {};
  for (const [name, more] of calls) {
    const { ok, error, reason } = await callAsStaysServer(database, `public.${name}($1::jsonb${more})`, [
      subject,
    ]);
    const isLater = laterErrors.includes(String(error)) || laterReasons.includes(String(reason));
    errors[name] = ok === true || isLater ? null : error;
  }
  return errors;
}

const each = (calls: [string, string][], error: string | null) =>
  Object.fromEntries(calls.map(([name]) => [name, error]));

onEachEngine('private.find_subject', {}, (database) => {
  it.each([
    ['pending', 'pending', 'pending'],
    ['confirmed', 'upcoming', 'live'],
    ['checked_in', 'live', 'live'],
    ['checked_out', 'ended', 'ended'],
    ['cancelled', null, null],
    ['no_show', null, null],
  ])(
    'a booking that is %s has the state %s before its first day, %s on its last, and none after that',
    async (status, early, state) => {
      const room = await makeAnyRoom(database());
      for (const [from, to, expected] of [
        [3, 5, early],
        [-1, 0, state],
        [-3, -1, null],
      ] as const) {
        const booking = await makeBooking(database(), room, { from, to, status });
        expect({ from, state: await findState(database(), ofBooking(booking)) }).toEqual({
          from,
          state: expected,
        });
        await database().sql('delete from public.accom_bookings where id = $1', [booking.id]);
      }
    },
  );

  it.each(['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Etc/GMT+12'])(
    'a booking is live to the end of its last day by the property’s clock, in %s',
    async (timezone) => {
      const room = await makeAnyRoom(database(), { timezone });
      const leaving = await makeBooking(database(), room, { from: -2, to: 0 });
      expect(await findState(database(), ofBooking(leaving))).toBe('live');
      const gone = await makeBooking(database(), room, { from: -3, to: -2 });
      expect(await findState(database(), ofBooking(gone))).toBeNull();
    },
  );

  it('a guest session is live until it expires or is deactivated', async () => {
    const room = await makeAnyRoom(database());
    const open = await makeSession(database(), room);
    expect(await findState(database(), ofSession(open, room))).toBe('live');
    for (const columns of [{ expires_at: new Date().toISOString() }, { active: false }]) {
      const ended = await makeSession(database(), room, columns);
      expect(await findState(database(), ofSession(ended, room))).toBeNull();
    }
  });

  it('a booking and a guest session of an inactive property have no state', async () => {
    const room = await makeAnyRoom(database(), { is_active: false });
    expect(await findState(database(), ofBooking(await makeBooking(database(), room)))).toBeNull();
    expect(await findState(database(), ofSession(await makeSession(database(), room), room))).toBeNull();
  });

  it('a subject may carry its own code or that of its room, and any other code makes its state other', async () => {
    const room = await makeAnyRoom(database());
    const booking = await makeBooking(database(), room);
    const session = await makeSession(database(), room);
    const next = await makeBooking(database(), room, { from: 5, to: 7 });
    const other = await makeAnyRoom(database());
    const cases: [unknown, unknown, string][] = [
      [ofBooking(booking), booking.booking_code, 'live'],
      [ofBooking(booking), room.room_code, 'live'],
      [ofBooking(booking), next.booking_code, 'other'],
      [ofBooking(booking), session.access_code, 'other'],
      [ofBooking(booking), other.room_code, 'other'],
      [ofBooking(booking), '', 'other'],
      [ofBooking(booking), 7, 'other'],
      [ofBooking(booking), ['x'], 'other'],
      [ofBooking(booking), null, 'live'],
      [ofSession(session, room), session.access_code, 'live'],
      [ofSession(session, room), room.room_code, 'live'],
      [ofSession(session, room), booking.booking_code, 'other'],
    ];
    for (const [index, [stay, code, state]] of cases.entries()) {
      const found = await findState(database(), { ...(stay as Columns), code }); // a subject is an object
      expect({ index, state: found }).toEqual({ index, state });
    }
  });

  it.each([
    ['a pending request', { status: 'pending' }, 'pending'],
    ['a stay before its first day', { from: 2, to: 4 }, 'upcoming'],
    ['an ended stay', { status: 'checked_out' }, 'ended'],
  ])('%s under the code of its room has the state other', async (_, columns, state) => {
    const room = await makeAnyRoom(database());
    const booking = await makeBooking(database(), room, columns);
    const under = (code: unknown) => findState(database(), { ...ofBooking(booking), code });
    expect(await under(booking.booking_code)).toBe(state);
    expect(await under(undefined)).toBe(state);
    expect(await under(room.room_code)).toBe('other');
  });

  it('a subject that names a booking and a session is the booking', async () => {
    const room = await makeAnyRoom(database());
    const cancelled = await makeBooking(database(), room, { status: 'cancelled' });
    const session = await makeSession(database(), room);
    const both = { ...ofSession(session, room), ...ofBooking(cancelled) };
    expect(await findState(database(), both)).toBeNull();
  });

  it.each([
    ['an empty object', {}],
    ['null', null],
    ['a list of the keys', ['bookingId', 'propertyId']],
    ['ids that are not uuids', { bookingId: 'x', propertyId: 'y' }],
    ['an id in a list', { bookingId: [anId], propertyId: anId }],
    ['a session id with SQL in it', { sessionId: `${anId}' or true`, propertyId: anId }],
  ])('private.find_subject finds no stay for %s', async (_, subject) => {
    expect(await findState(database(), subject)).toBeNull();
  });
});

onEachEngine('full-tier functions', {}, (database) => {
  let room: Room;
  beforeAll(async () => {
    room = await makeAnyRoom(database());
  });
  const makeStay = async (columns: Columns = {}) => {
    const booking = await makeBooking(database(), await makeAnyRoom(database()), columns);
    return ofBooking(booking);
  };

  it('the lists of this test name every function that takes a subject', async () => {
    const rows = await database().sql<{ name: string }>(
      `select proname as name from pg_catalog.pg_proc
       where pronamespace = 'public'::regnamespace and proargnames[1] = 'subject' order by 1`,
    );
    const listed = [...readings, ...photoCalls, ...writings].map(([name]) => name);
    expect(rows.map(({ name }) => name)).toEqual(listed.sort());
  });

  it.each([
    ['a live stay', () => makeStay(), null, null],
    ['an ended stay', () => makeStay({ status: 'checked_out' }), null, 'stay_ended'],
    ['a pending request', () => makeStay({ status: 'pending' }), null, 'illegal_step'],
    ['a stay before its first day', () => makeStay({ from: 1, to: 3 }), null, 'stay_not_begun'],
    [
      'a stay that was checked in early',
      () => makeStay({ from: 1, to: 3, status: 'checked_in' }),
      null,
      null,
    ],
    ['a cancelled stay', () => makeStay({ status: 'cancelled' }), 'session_expired', 'session_expired'],
    ['a past stay', () => makeStay({ from: -3, to: -1 }), 'session_expired', 'session_expired'],
    [
      'a stay under the code of another',
      async () => ({ ...(await makeStay()), code: 'BK-ZZZZZZ' }),
      'wrong_stay',
      'wrong_stay',
    ],
    [
      'an ended stay under the code of another',
      async () => ({ ...(await makeStay({ status: 'checked_out' })), code: 'BK-ZZZZZZ' }),
      'wrong_stay',
      'wrong_stay',
    ],
    ['a guest session', async () => ofSession(await makeSession(database(), room), room), null, null],
    [
      'a deactivated guest session',
      async () => ofSession(await makeSession(database(), room, { active: false }), room),
      'session_expired',
      'session_expired',
    ],
    [
      'a stay under the id of another property',
      async () => ({ ...(await makeStay()), propertyId: room.property_id }),
      'session_expired',
      'session_expired',
    ],
  ])(
    'every full-tier function reads and writes, or refuses, as it should for %s',
    async (_, makeSubject, reading, writing) => {
      const subject = await makeSubject();
      expect(await callAll(database(), readings, subject)).toEqual(each(readings, reading));
      expect(await callAll(database(), writings, subject)).toEqual(each(writings, writing));
      const ofPhotos = writing === 'stay_ended' ? null : writing;
      expect(await callAll(database(), photoCalls, subject)).toEqual(each(photoCalls, ofPhotos));
    },
  );

  it('refused writes of full-tier functions change no row', async () => {
    const counts = () =>
      database().sql(`select (select count(*) from public.accom_service_orders) as orders,
        (select count(*) from public.incidents) as incidents, (select count(*) from public.rate_limits) as hits`);
    const before = await counts();
    for (const status of ['pending', 'checked_out', 'cancelled']) {
      await callAll(database(), writings, await makeStay({ status }));
    }
    await callAll(database(), writings, await makeStay({ from: 1, to: 3 }));
    expect(await counts()).toEqual(before);
  });
});

onEachEngine('a pending request', {}, (database) => {
  const readRequest = async () => {
    const room = await makeAnyRoom(database());
    const booking = await makeBooking(database(), room, { status: 'pending', from: 0, to: 2 });
    const link = () => verifyBooking(database(), booking.booking_code, 'johnson');
    return { room, booking, link };
  };

  it('a pending request can be read by its link, without the WiFi, the room code and the room id', async () => {
    const { room, booking, link } = await readRequest();
    const own = await getOwnStay(database(), ofBooking(booking));
    const content = await getStayContent(database(), ofBooking(booking), 'property');
    for (const outcome of [await link(), own]) {
      expect(outcome).toMatchObject({
        ok: true,
        booking: { code: booking.booking_code, status: 'pending', nights: 2 },
        room: { id: null, number: room.room_number, code: null },
      });
      expect(outcome['subject']).toEqual({
        propertyId: room.property_id,
        bookingId: booking.id,
        checkoutDate: expect.any(String),
      });
    }
    expect(own).toMatchObject({ wifi: { primary: null, zones: [], hidden: true } });
    const text = JSON.stringify([await link(), own, content]);
    for (const secret of [room.id, room.room_code, 'Reef 4', 'coral-lamp-7'])
      expect(text).not.toContain(secret);
  });

  it('a pending request shows the room and WiFi once the desk confirms it, and nothing once it is cancelled', async () => {
    const { room, booking, link } = await readRequest();
    await database().sql(`update public.accom_bookings set status = 'confirmed' where id = $1`, [booking.id]);
    for (const outcome of [await link(), await getOwnStay(database(), ofBooking(booking))]) {
      expect(outcome).toMatchObject({
        ok: true,
        subject: { roomId: room.id, roomCode: room.room_code },
        room: { id: room.id, code: room.room_code },
      });
    }
    expect(await getOwnStay(database(), ofBooking(booking))).toMatchObject({
      wifi: { primary: { network: 'Reef 4' }, hidden: false },
    });
    await database().sql(`update public.accom_bookings set status = 'cancelled' where id = $1`, [booking.id]);
    expect(await link()).toMatchObject({ ok: false, error: 'verification_failed' });
    expect(await getOwnStay(database(), ofBooking(booking))).toEqual({ ok: false, error: 'session_expired' });
  });

  it('a pending request reads no content of a property that hides its pages', async () => {
    const property = await makeProperty(
      database(),
      { house_rules: ['No parties.'] },
      { browse_requires_verification: true },
    );
    await makeItem(database(), await makeCategory(database(), property));
    await makeDeal(database(), property);
    await makeNumber(database(), property);
    const booking = await makeBooking(database(), await makeRoom(database(), property), {
      status: 'pending',
    });
    const nothing = { property: { houseRules: [] }, services: { categories: [] }, deals: [], numbers: [] };
    const own = () => getOwnStay(database(), ofBooking(booking));
    expect(await own()).toMatchObject({ ok: true, ...nothing });
    expect(await verifyBooking(database(), booking.booking_code, 'johnson')).toMatchObject({
      ok: true,
      property: { houseRules: [] },
    });
    const refusal = { ok: false, error: 'verification_required', method: 'last_name' };
    expect(await getStayContent(database(), ofBooking(booking), 'property')).toEqual(refusal);
    await database().sql(`update public.accom_bookings set status = 'confirmed' where id = $1`, [booking.id]);
    expect(await own()).toMatchObject({
      property: { houseRules: ['No parties.'] },
      services: { categories: [{ items: [{ name: 'Beef phở' }] }] },
      deals: [{ partner: 'River Kitchen' }],
      numbers: [{ phone: '113' }],
    });
  });

  it('a pending request is not checked in by verifying it', async () => {
    const property = await makeProperty(database(), {}, { auto_checkin_on_verify: true });
    const booking = await makeBooking(database(), await makeRoom(database(), property), {
      status: 'pending',
    });
    expect(await verifyBooking(database(), booking.booking_code, 'johnson')).toMatchObject({
      ok: true,
      booking: { status: 'pending' },
    });
  });
});

onNativePostgres('private.refuse_reading and private.refuse_writing', {}, (database) => {
  it.each([
    ['pending', null, { ok: false, error: 'illegal_step', reason: 'stay_is_not_confirmed' }],
    ['upcoming', null, { ok: false, error: 'stay_not_begun', beginsOn: '2026-03-10' }],
    ['live', null, null],
    ['ended', null, { ok: false, error: 'stay_ended' }],
    ['other', { ok: false, error: 'wrong_stay' }, { ok: false, error: 'wrong_stay' }],
    [null, { ok: false, error: 'session_expired' }, { ok: false, error: 'session_expired' }],
  ])('each state has one refusal of reading and one of writing: %s', async (state, reading, writing) => {
    const [row] = await database().sql(
      `select private.refuse_reading($1::private.stay_state) as reading,
         private.refuse_writing($1::private.stay_state, '2026-03-10') as writing`,
      [state],
    );
    expect(row).toEqual({ reading, writing });
  });
});
