import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionHandlers } from '@/app/api/session';
import { guestAuth } from '@/server/guest-auth';
import { startTestStays, staysUrl, type TestStays } from '@/testing/start-test-stays';

const { signOut } = sessionHandlers;

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

const readSession = (token?: string) =>
  stays.call(sessionHandlers.readSession, '/api/stay/session', {
    init: token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
  });

async function findBooking(code: string) {
  const [row] = await stays.database.sql<{ id: string; property_id: string; room_id: string }>(
    'select id, property_id, room_id from public.accom_bookings where booking_code = $1',
    [code],
  );
  if (row === undefined) {
    throw new Error(`The demo data has no booking ${code}.`);
  }
  return row;
}

async function signFull(code: string) {
  const booking = await findBooking(code);
  const issued = await guestAuth().signGuestToken({
    propertyId: booking.property_id,
    roomId: booking.room_id,
    roomCode: 'RM-SUNSET22',
    bookingId: booking.id,
    expiresAt: new Date(Date.now() + 86_400_000),
  });
  return issued.token;
}

test('a request without a token is told that the session has expired', async () => {
  const response = await readSession();
  expect(response.status).toBe(401);
  expect((await response.json()).error).toBe('session_expired');
});

test.each([
  ['nonsense', 'nonsense'],
  ['a token cut short', 'eyJhbGciOiJIUzI1NiJ9.e30'],
  ['a token that says it needs no signature', 'eyJhbGciOiJub25lIn0.eyJhY2Nlc3NUaWVyIjoiZnVsbCJ9.'],
])('%s is refused as a session', async (_case, token) => {
  expect((await readSession(token)).status).toBe(401);
});

test('a browse session names the room, and no booking or guest session', async () => {
  const issued = await guestAuth().signRoomBrowseToken({
    propertyId: 'p',
    roomId: 'r',
    roomCode: 'RM-SUNSET22',
  });
  const response = await readSession(issued.token);
  expect(await response.json()).toEqual({
    accessTier: 'browse',
    expiresAt: issued.expiresAt.toISOString(),
    propertyId: 'p',
    roomId: 'r',
    roomCode: 'RM-SUNSET22',
    state: null,
    roomWait: null,
    version: null,
    bookingCode: null,
    sessionId: null,
  });
});

test('a full session names its booking, until the booking is cancelled', async () => {
  const token = await signFull('BK-GUEST2');
  expect(await (await readSession(token)).json()).toMatchObject({
    accessTier: 'full',
    state: 'live',
    bookingCode: 'BK-GUEST2',
  });
  await stays.database.sql(
    "update public.accom_bookings set status = 'checked_out' where booking_code = 'BK-GUEST2'",
  );
  expect((await readSession(token)).status).toBe(200);
  await stays.database.sql(
    "update public.accom_bookings set status = 'cancelled' where booking_code = 'BK-GUEST2'",
  );
  const cancelled = await readSession(token);
  expect(cancelled.status).toBe(401);
  expect((await cancelled.json()).error).toBe('session_expired');
});

test('a token whose booking is of another property is refused as a session', async () => {
  const booking = await findBooking('BK-BEACH2');
  const issued = await guestAuth().signGuestToken({
    propertyId: crypto.randomUUID(),
    bookingId: booking.id,
    expiresAt: new Date(Date.now() + 86_400_000),
  });
  expect((await readSession(issued.token)).status).toBe(401);
});

test('signing out clears the session’s cookie, even without a session', async () => {
  const response = await stays.call(signOut, '/api/stay/session', { init: { method: 'DELETE' } });
  expect(response.status).toBe(200);
  expect(response.headers.get('set-cookie')).toMatch(/^gudbro_guest=;.*Max-Age=0/);
});

test('signing out by a request from another site is refused', async () => {
  const issued = await guestAuth().signRoomBrowseToken({
    propertyId: 'p',
    roomId: 'r',
    roomCode: 'RM-SUNSET22',
  });
  const headers = { cookie: `gudbro_guest=${issued.token}` };
  const foreign = { method: 'DELETE', headers: { ...headers, origin: 'https://evil.test' } };
  expect((await stays.call(signOut, '/api/stay/session', { init: foreign })).status).toBe(400);
  const own = { method: 'DELETE', headers: { ...headers, origin: staysUrl } };
  expect((await stays.call(signOut, '/api/stay/session', { init: own })).status).toBe(200);
});

test('a guest who is here reads that the room is being made, that it is ready, and nothing of it after the check-in', async () => {
  const { database } = stays;
  await database.sql(
    "update public.accom_bookings set status = 'confirmed', arrived_at = now() where booking_code = 'BK-GUEST2'",
  );
  const setRoom = (state: string) =>
    database.sql(
      `update public.room_states set state = $1
       where room_id = (select room_id from public.accom_bookings where booking_code = 'BK-GUEST2')`,
      [state],
    );
  const token = await signFull('BK-GUEST2');
  const readWait = async () => (await (await readSession(token)).json()).roomWait;
  const seen = [];
  for (const state of ['dirty', 'cleaning', 'out_of_order', 'clean']) {
    await setRoom(state);
    seen.push(await readWait());
  }
  await database.sql(
    "update public.accom_bookings set status = 'checked_in' where booking_code = 'BK-GUEST2'",
  );
  seen.push(await readWait());
  expect(seen).toEqual(['being_made', 'being_made', 'being_made', 'ready', null]);
});

test('the version of a stay is another one after each step of the desk, and the same while nothing happens', async () => {
  const token = await signFull('BK-GUEST2');
  const readVersion = async () => (await (await readSession(token)).json()).version;
  const before = await readVersion();
  expect(await readVersion()).toBe(before);
  const versions = [before];
  for (const change of [
    "status = 'checked_out'",
    "status = 'checked_in'",
    'check_out_date = check_out_date + 1',
  ]) {
    await stays.database.sql(`update public.accom_bookings set ${change} where booking_code = 'BK-GUEST2'`);
    versions.push(await readVersion());
  }
  expect(new Set(versions).size).toBe(versions.length);
});
