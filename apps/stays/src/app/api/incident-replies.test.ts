import { afterAll, beforeAll, expect, test } from 'vitest';
import { incidentHandlers } from '@/app/api/incident';
import { makeGuest } from '@/testing/make-guest';
import { sendRequest } from '@/testing/send-request';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';
import { validRequests } from '@/testing/valid-requests';

const { replyToIncident } = incidentHandlers;

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

const makeRequest = async () => {
  const ask = await validRequests['POST /api/stay/[code]/incidents/[id]/replies']?.(
    stays,
    await makeGuest(stays),
  );
  if (ask === undefined) {
    throw new Error('The route has its entry.');
  }
  return ask;
};

test('a reply that is sent again under its key is answered with the first one, as one that exists', async () => {
  const ask = await makeRequest();
  const first = await sendRequest(stays, replyToIncident, ask);
  const again = await sendRequest(stays, replyToIncident, ask);
  expect([first.status, again.status]).toEqual([201, 200]);
  const { incident } = await again.json();
  expect(incident).toEqual((await first.json()).incident);
  expect(incident.updates).toMatchObject([{ from: 'guest', message: 'Still cold.' }]);
});

test('a reply that is sent twice without a key is two replies', async () => {
  const { headers: _headers, ...ask } = await makeRequest();
  await sendRequest(stays, replyToIncident, ask);
  const { incident } = await (await sendRequest(stays, replyToIncident, ask)).json();
  expect(incident.updates).toHaveLength(2);
});

test.each(['short', 'x'.repeat(101), 'a key with spaces'])(
  'a reply under the idempotency key %s is refused: it is no key',
  async (key) => {
    const response = await sendRequest(stays, replyToIncident, {
      ...(await makeRequest()),
      headers: { 'idempotency-key': key },
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: 'invalid_request',
      issues: [{ path: ['Idempotency-Key'] }],
    });
  },
);
