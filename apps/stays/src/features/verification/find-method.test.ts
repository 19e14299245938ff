import { afterAll, beforeAll, expect, test } from 'vitest';
import { POST as order } from '@/app/api/stay/[code]/orders/route';
import { makeGuest } from '@/testing/make-guest';
import { sendRequest } from '@/testing/send-request';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

const orderBrowsing = async (slug: string, spoil = '') => {
  const { roomCode, browse, propertyId } = await makeGuest(stays, { slug });
  if (spoil !== '') {
    await stays.database.sql(spoil, [roomCode]);
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
])('who may only look is told how to prove a stay in %s: by %s', async (slug, method) => {
  expect(await orderBrowsing(slug)).toEqual([403, 'verification_required', method]);
});

test.each([
  ['was replaced', "update public.accom_rooms set room_code = 'RM-NEWNEWNE' where room_code = $1"],
  ['is of a closed room', 'update public.accom_rooms set is_active = false where room_code = $1'],
])('a code that %s since the scan asks for nothing more', async (_, spoil) => {
  expect(await orderBrowsing('sunset-hotel', spoil)).toEqual([401, 'session_expired', undefined]);
});
