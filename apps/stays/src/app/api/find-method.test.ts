import { afterAll, beforeAll, expect, test } from 'vitest';
import { orderHandlers } from '@/app/api/order';
import { makeGuest } from '@/testing/make-guest';
import { sendRequest } from '@/testing/send-request';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const { placeOrder: order } = orderHandlers;

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

const orderWhileBrowsing = async (slug: string, sql = '') => {
  const { roomCode, browse, propertyId } = await makeGuest(stays, { slug });
  if (sql !== '') {
    await stays.database.sql(sql, [roomCode]);
  }
  const ask = {
    params: { code: roomCode },
    token: browse,
    body: {},
    headers: { 'idempotency-key': propertyId },
  };
  const response = await sendRequest(stays, order, ask);
  const { error, method } = await response.json();
  return [response.status, error, method];
};

test.each([
  ['sunset-hotel', 'last_name'],
  ['palm-resort', 'pin'],
  ['beach-view', 'none'],
  ['quiet-house', 'last_name'],
])('an order with a browse token in %s is refused with the method %s', async (slug, method) => {
  expect(await orderWhileBrowsing(slug)).toEqual([403, 'verification_required', method]);
});

test.each([
  ['was replaced', "update public.accom_rooms set room_code = 'RM-NEWNEWNE' where room_code = $1"],
  ['is of a closed room', 'update public.accom_rooms set is_active = false where room_code = $1'],
])('a browse token is expired when its room code %s since the scan', async (_, sql) => {
  expect(await orderWhileBrowsing('sunset-hotel', sql)).toEqual([401, 'session_expired', undefined]);
});
