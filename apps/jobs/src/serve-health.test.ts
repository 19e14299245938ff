import { expect, it } from 'vitest';
import { serveHealth } from './serve-health.ts';

it.each([
  ['gets its jobs', 1_000_000, 200],
  ['has not heard of the database yet', null, 503],
  ['has heard nothing of the database for a minute', 940_000, 503],
])('says whether the process is well: it %s', async (_, lastClaimAt, status) => {
  const health = await serveHealth({
    host: '127.0.0.1',
    port: 0,
    lastClaimAt: () => lastClaimAt,
    clock: () => 1_000_000,
  });
  expect((await fetch(`${health.url}/health`)).status).toBe(status);
  expect((await fetch(`${health.url}/`)).status).toBe(404);
  await health.close();
});
