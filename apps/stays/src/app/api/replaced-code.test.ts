import type { RouteHandler } from '@gudbro/api-kit/routes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roomHandlers } from '@/app/api/room';
import { sessionHandlers } from '@/app/api/session';
import { loadRoomPage } from '@/features/room/load-room-page';
import { loadPage } from '@/testing/load-page';
import { type Guest, makeGuest } from '@/testing/make-guest';
import { sendRequest } from '@/testing/send-request';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';
import { GET as followOldLink } from '../checkin/[propertyId]/[roomId]/route';
import { GET as readWifi } from '../stay/room/[roomCode]/wifi/[file]/route';

const { scanRoom: scan, verifyRoom } = roomHandlers;
const { verifyBooking: verify } = sessionHandlers;

// An owner replaces a room's code to lock out whoever has a photo of it. Here such a person keeps everything that the old
// code gave them, and tries each way to the new one.

const files = import.meta.glob<Record<string, RouteHandler>>('./stay/**/route.ts', { eager: true });
const reads = Object.values(files)
  .flatMap((file) => Object.values(file))
  .filter(({ definition }) => definition.method === 'GET');

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

async function replaceCode({ roomCode }: Guest): Promise<string> {
  const [row] = await stays.database.sql<{ code: string }>(
    `update public.accom_rooms set room_code = private.claim_code('public.accom_rooms', 'room_code', 'RM-', 8)
     where room_code = $1 returning room_code as code`,
    [roomCode],
  );
  return row?.code ?? '';
}

/** Gives the room a link of the time before rooms had codes, for the code that it has now. Returns what is in the link. */
async function printOldLink(guest: Guest) {
  await stays.database.sql('update public.accom_rooms set old_link_code = room_code where room_code = $1', [
    guest.roomCode,
  ]);
  return scanIds(guest);
}

async function scanIds({ roomCode }: Guest): Promise<{ propertyId: string; roomId: string }> {
  const { room, property } = await (await sendRequest(stays, scan, { params: { roomCode } })).json();
  return { propertyId: property.id, roomId: room.id };
}

async function readAll(response: Response): Promise<string> {
  return JSON.stringify([...response.headers]) + (await response.text());
}

test('an old link leads to the code that it was printed for, and dies with it', async () => {
  const guest = await makeGuest(stays);
  const ids = await printOldLink(guest);
  const follow = async () => {
    const response = await sendRequest(stays, followOldLink, { params: ids });
    return [response.status, response.headers.get('location')];
  };
  expect(await follow()).toEqual([307, `/stay/room/${guest.roomCode}`]);
  await replaceCode(guest);
  expect(await follow()).toEqual([307, '/']);
});

test('a room that was added later has no old link', async () => {
  const guest = await makeGuest(stays);
  const ids = await scanIds(guest);
  const response = await sendRequest(stays, followOldLink, { params: ids });
  expect(response.headers.get('location')).toBe('/');
});

test.each([
  ['a guest who has checked out', "status = 'checked_out'"],
  ['a guest whose stay was cancelled', "status = 'cancelled'"],
  [
    'a guest who comes in a month',
    "status = 'confirmed', check_in_date = current_date + 30, check_out_date = current_date + 32",
  ],
])('no route leads %s to the new code, with any token and any code', async (_what, change) => {
  const guest = await makeGuest(stays);
  const ids = await printOldLink(guest);
  await stays.database.sql(`update public.accom_bookings set ${change} where id = $1`, [guest.bookingId]);
  const newCode = await replaceCode(guest);
  const seen: string[] = [];
  for (const token of [guest.browse, guest.full]) {
    for (const code of [guest.roomCode, guest.bookingCode]) {
      for (const handler of reads) {
        const params = { code, roomCode: code, id: ids.roomId };
        seen.push(await readAll(await sendRequest(stays, handler, { params, token })));
      }
    }
    seen.push(await readAll(await sendRequest(stays, followOldLink, { params: ids, token })));
    const wifi = { params: { roomCode: guest.roomCode, file: '0.mobileconfig' }, token };
    seen.push(await readAll(await sendRequest(stays, readWifi, wifi)));
    const byRoom = { params: { roomCode: guest.roomCode }, body: { lastName: 'Silva' }, token };
    seen.push(await readAll(await sendRequest(stays, verifyRoom, byRoom)));
  }
  const byBooking = { body: { bookingCode: guest.bookingCode, lastName: 'Silva' } };
  const verified = await sendRequest(stays, verify, byBooking);
  seen.push(await readAll(verified.clone()));
  if (verified.ok) {
    // The token is not encrypted, so whoever holds it can read it.
    const [, claims = ''] = (await verified.json()).token.split('.');
    seen.push(Buffer.from(claims, 'base64url').toString());
  }
  expect(newCode).toMatch(/^RM-/);
  expect(seen.filter((text) => text.includes(newCode))).toEqual([]);
});

test('the old code says that it was replaced, to the API and on its page, and nothing of the room', async () => {
  const guest = await makeGuest(stays);
  const ids = await scanIds(guest);
  await replaceCode(guest);
  const response = await sendRequest(stays, scan, { params: { roomCode: guest.roomCode } });
  expect(response.status).toBe(410);
  const body = await readAll(response);
  expect(body).toContain('room_code_replaced');
  expect(body).not.toContain(ids.roomId);
  expect(body).not.toContain(ids.propertyId);
  const page = await loadPage(loadRoomPage, { roomCode: guest.roomCode });
  expect(page).toMatchObject({
    view: null,
    error: { error: 'room_code_replaced' },
    response: { status: 410 },
  });
});

test('a browse token reads nothing once the code it was scanned from is replaced', async () => {
  const guest = await makeGuest(stays);
  await replaceCode(guest);
  for (const handler of reads.filter(({ definition: { route } }) =>
    /property|services|deals|numbers/.test(route),
  )) {
    const response = await sendRequest(stays, handler, {
      params: { code: guest.roomCode },
      token: guest.browse,
    });
    expect([handler.definition.route, response.status]).toEqual([handler.definition.route, 401]);
  }
});

test('a guest who stays is taken from the old address of the room to the new one, with a token for it', async () => {
  const guest = await makeGuest(stays);
  const newCode = await replaceCode(guest);
  const { token } = await (
    await sendRequest(stays, scan, { params: { roomCode: guest.roomCode }, token: guest.full })
  ).json();
  const scanned = await sendRequest(stays, scan, { params: { roomCode: newCode }, token });
  expect((await scanned.json()).booking.code).toBe(guest.bookingCode);
  const page = await loadPage(
    loadRoomPage,
    { roomCode: guest.roomCode },
    { authorization: `Bearer ${guest.full}` },
  );
  expect(page.response).toMatchObject({ status: 307, headers: { location: `/stay/room/${newCode}` } });
});
