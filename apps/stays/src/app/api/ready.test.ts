import { afterAll, beforeAll, expect, test } from 'vitest';
import { serviceHandlers } from '@/app/api/service';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const { checkHealth: health, checkReady: ready } = serviceHandlers;

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});

let isClosed = false;
afterAll(() => (isClosed ? undefined : stays.close()));

test('without the database the app is not ready, but still healthy', async () => {
  expect((await stays.call(ready, '/api/ready')).status).toBe(200);
  await stays.close();
  isClosed = true;
  const response = await stays.call(ready, '/api/ready');
  expect(response.status).toBe(503);
  expect((await response.json()).error).toBe('unavailable');
  expect((await stays.call(health, '/api/health')).status).toBe(200);
});
