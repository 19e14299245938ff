import { afterAll, beforeAll, expect, test } from 'vitest';
import { roomHandlers } from '@/app/api/room';
import { sessionHandlers } from '@/app/api/session';
import { makeGuest } from '@/testing/make-guest';
import { sendRequest, type TestRequest } from '@/testing/send-request';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const { openGuestSession, verifyBooking } = sessionHandlers;
const { verifyRoom } = roomHandlers;

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

test('a stay longer than a cookie can live gets a token of 399 days by each of its codes', async () => {
  const { bookingId, bookingCode, roomCode } = await makeGuest(stays);
  await stays.database.sql(
    'update public.accom_bookings set check_out_date = current_date + 800 where id = $1',
    [bookingId],
  );
  const [session] = await stays.database.sql<{ code: string }>(
    `insert into public.guest_sessions (property_id, room_id, expires_at)
     select property_id, id, now() + interval '2 years' from public.accom_rooms where room_code = $1
     returning access_code as code`,
    [roomCode],
  );
  const requests: [typeof openGuestSession, TestRequest][] = [
    [verifyBooking, { body: { bookingCode, lastName: 'Silva' } }],
    [verifyRoom, { params: { roomCode }, body: { lastName: 'Silva' } }],
    [openGuestSession, { body: { accessCode: session?.code } }],
  ];
  for (const [route, ask] of requests) {
    const response = await sendRequest(stays, route, ask);
    expect([route.definition.route, response.status]).toEqual([route.definition.route, 200]);
    const days = (Date.parse((await response.json()).expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(398);
    expect(days).toBeLessThanOrEqual(399);
  }
});
