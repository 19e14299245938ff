import type { RouteHandler } from '@gudbro/api-kit/routes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roomHandlers } from '@/app/api/room';
import { sessionHandlers } from '@/app/api/session';
import { makeGuest } from '@/testing/make-guest';
import { sendRequest, type TestRequest } from '@/testing/send-request';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const { openGuestSession: open, verifyBooking: verify } = sessionHandlers;
const { verifyRoom } = roomHandlers;

// These compare status, headers and body. The database's tests prove that the work, and so the time, is the same, too.

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

async function readResponse(handler: RouteHandler, ask: TestRequest) {
  const response = await sendRequest(stays, handler, ask);
  return { status: response.status, headers: [...response.headers], body: await response.text() };
}

/** Expects all requests to be refused with the same response. */
async function expectEqualRefusals(handler: RouteHandler, asks: TestRequest[]): Promise<void> {
  const responses = await Promise.all(asks.map((ask) => readResponse(handler, ask)));
  expect(responses[0]?.status).toBe(401);
  expect(responses[0]?.body).toContain('verification_failed');
  for (const response of responses) {
    expect(response).toEqual(responses[0]);
  }
}

test('verification by booking code fails in the same way for an unknown code, a wrong name and a stay that is over', async () => {
  const [live, left, called, missed, past] = await Promise.all(
    ['checked_in', 'checked_out', 'cancelled', 'no_show', 'confirmed'].map((status) =>
      makeGuest(stays, { status }),
    ),
  );
  await stays.database.sql(
    'update public.accom_bookings set check_in_date = current_date - 9, check_out_date = current_date - 3 where id = $1',
    [past?.bookingId],
  );
  const ask = (bookingCode = '', lastName = 'Silva') => ({ body: { bookingCode, lastName } });
  await expectEqualRefusals(verify, [
    ask('BK-ZZZZZZ'),
    ask(live?.bookingCode, 'Costa'),
    ...[left, called, missed, past].map((guest) => ask(guest?.bookingCode)),
  ]);
});

test.each([
  ['sunset-hotel', { lastName: 'Costa' }, { lastName: 'Silva' }],
  ['palm-resort', { pin: '000000' }, { pin: '428193' }],
])(
  'verification by room code in %s fails in the same way for a wrong answer and for a guest who is gone',
  async (slug, wrong, right) => {
    const [live, left, called] = await Promise.all(
      ['checked_in', 'checked_out', 'cancelled'].map((status) => makeGuest(stays, { slug, status })),
    );
    const ask = (roomCode = '', body: object = wrong) => ({ params: { roomCode }, body });
    await expectEqualRefusals(verifyRoom, [
      ask(live?.roomCode),
      ask(left?.roomCode, right),
      ask(called?.roomCode, right),
    ]);
  },
);

test('opening a guest session fails in the same way for an unknown code, one that is over and one that the desk ended', async () => {
  const { roomCode } = await makeGuest(stays);
  await stays.database.sql(
    `insert into public.guest_sessions (property_id, room_id, access_code, expires_at, active)
     select r.property_id, r.id, s.code, s.expires_at, s.active from public.accom_rooms r,
       (values ('PAST-TENS', now() - interval '1 minute', true), ('TAKE-BACK', now() + interval '1 day', false)) s (code, expires_at, active)
     where r.room_code = $1`,
    [roomCode],
  );
  await expectEqualRefusals(
    open,
    ['ZZZZ-ZZZZ', 'PAST-TENS', 'TAKE-BACK'].map((accessCode) => ({ body: { accessCode } })),
  );
});
