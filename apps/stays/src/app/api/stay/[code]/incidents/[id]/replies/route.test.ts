import { afterAll, beforeAll, expect, test } from 'vitest';
import { askApi } from '@/testing/ask-api';
import { goodAsks } from '@/testing/good-asks';
import { makeGuest } from '@/testing/make-guest';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';
import { POST } from './route';

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

const makeAsk = async () => {
  const ask = await goodAsks['POST /api/stay/[code]/incidents/[id]/replies']?.(stays, await makeGuest(stays));
  if (ask === undefined) {
    throw new Error('good-asks.ts has no entry for the route.');
  }
  return ask;
};

test('a reply that is sent again under its key is the first one, with the status 200', async () => {
  const ask = await makeAsk();
  const first = await askApi(stays, POST, ask);
  const again = await askApi(stays, POST, ask);
  expect([first.status, again.status]).toEqual([201, 200]);
  const { incident } = await again.json();
  expect(incident).toEqual((await first.json()).incident);
  expect(incident.updates).toMatchObject([{ from: 'guest', message: 'Still cold.' }]);
});

test('another message under the key of a reply is refused', async () => {
  const ask = await makeAsk();
  await askApi(stays, POST, ask);
  const other = await askApi(stays, POST, { ...ask, body: { message: 'Warm now.' } });
  expect(other.status).toBe(409);
  expect(await other.json()).toMatchObject({ error: 'conflict', reason: 'key_was_used_for_another_reply' });
});

test('replies without a key are not replays of each other', async () => {
  const { headers: _headers, ...ask } = await makeAsk();
  await askApi(stays, POST, ask);
  const { incident } = await (await askApi(stays, POST, ask)).json();
  expect(incident.updates).toHaveLength(2);
});

test.each(['short', 'x'.repeat(101), 'a key with spaces'])(
  'a reply with an invalid key is refused: %s',
  async (key) => {
    const response = await askApi(stays, POST, { ...(await makeAsk()), headers: { 'idempotency-key': key } });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: 'invalid_request',
      issues: [{ path: ['Idempotency-Key'] }],
    });
  },
);
