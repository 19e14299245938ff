import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentHandlers } from '@/app/api/content';
import { incidentHandlers } from '@/app/api/incident';
import { orderHandlers } from '@/app/api/order';
import { roomHandlers } from '@/app/api/room';
import { sessionHandlers } from '@/app/api/session';
import { loadRoomPage } from '@/features/room/load-room-page';
import { loadPage } from '@/testing/load-page';
import { type Guest, makeGuest } from '@/testing/make-guest';
import { sendRequest } from '@/testing/send-request';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const { reportIncident: report } = incidentHandlers;
const { placeOrder: order, listOrders: readOrders } = orderHandlers;
const { readStayProperty: readProperty } = contentHandlers;
const { scanRoom: scan } = roomHandlers;
const { readSession, verifyBooking: verify } = sessionHandlers;

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

/** A guest who verified by the booking link a week before the first day. */
async function makeUpcomingGuest(): Promise<Guest & { token: string; beginsOn: string }> {
  const guest = await makeGuest(stays, { status: 'confirmed' });
  const [row] = await stays.database.sql<{ day: string }>(
    `update public.accom_bookings set check_in_date = current_date + 7, check_out_date = current_date + 9
     where id = $1 returning check_in_date::text as day`,
    [guest.bookingId],
  );
  const body = { bookingCode: guest.bookingCode, lastName: 'Silva' };
  const { token } = await (await sendRequest(stays, verify, { body })).json();
  return { ...guest, token, beginsOn: row?.day ?? '' };
}

const checkInEarly = ({ bookingId }: Guest) =>
  stays.database.sql("update public.accom_bookings set status = 'checked_in' where id = $1", [bookingId]);

const begin = ({ bookingId }: Guest) =>
  stays.database.sql('update public.accom_bookings set check_in_date = current_date - 1 where id = $1', [
    bookingId,
  ]);

test('before the first day a guest reads the dates, the address and the contacts, and writes nothing', async () => {
  const { token, bookingCode: code, beginsOn } = await makeUpcomingGuest();
  const { property } = await (await sendRequest(stays, readProperty, { params: { code }, token })).json();
  expect(property).toMatchObject({
    address: expect.stringMatching(/./),
    contactPhone: expect.stringMatching(/./),
  });
  expect((await sendRequest(stays, readOrders, { params: { code }, token })).status).toBe(200);
  const key = () => ({ 'idempotency-key': crypto.randomUUID() });
  const items = [{ itemId: crypto.randomUUID(), quantity: 1 }];
  for (const refused of [
    await sendRequest(stays, order, { params: { code }, token, headers: key(), body: { items } }),
    await sendRequest(stays, report, {
      params: { code },
      token,
      headers: key(),
      body: { title: 'Leak', priority: 'urgent' },
    }),
  ]) {
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ error: 'stay_not_begun', beginsOn });
  }
});

test('before the first day a scan of the room gives the browse tier, and the room’s code opens nothing of the stay', async () => {
  const { token, roomCode, bookingCode } = await makeUpcomingGuest();
  const scanned = await (await sendRequest(stays, scan, { params: { roomCode }, token })).json();
  expect(scanned.booking).toMatchObject({ hasActiveBooking: false, code: null, checkIn: null });
  const orders = await sendRequest(stays, readOrders, { params: { code: roomCode }, token });
  expect([orders.status, (await orders.json()).error]).toEqual([403, 'wrong_stay']);
  expect(JSON.stringify(scanned)).not.toContain(bookingCode);
});

test.each([
  ['the desk checks the guest in early', checkInEarly],
  ['the first day begins', begin],
])('when %s, the same token opens the room by its QR, and becomes a token of the room', async (_, open) => {
  const guest = await makeUpcomingGuest();
  const { token, roomCode } = guest;
  const readState = async () => (await (await sendRequest(stays, readSession, { token })).json()).state;
  expect(await readState()).toBe('upcoming');
  await open(guest);
  expect(await readState()).toBe('live');
  const page = await loadPage(loadRoomPage, { roomCode }, { cookie: `gudbro_guest=${token}` });
  expect(page.view?.stay).toMatchObject({ state: 'live', booking: { code: guest.bookingCode } });
  const [cookie = ''] = page.response.cookies?.[0]?.split(';') ?? [];
  const renewed = await stays.call(readSession, '/api/stay/session', { init: { headers: { cookie } } });
  expect(await renewed.json()).toMatchObject({ roomCode, state: 'live' });
});

test('a live session of the room is not signed again with each page', async () => {
  const guest = await makeGuest(stays);
  const page = await loadPage(
    loadRoomPage,
    { roomCode: guest.roomCode },
    { cookie: `gudbro_guest=${guest.full}` },
  );
  expect(page.response.cookies?.filter((cookie) => cookie.startsWith('gudbro_guest='))).toEqual([]);
});
