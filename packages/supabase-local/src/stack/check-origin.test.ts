import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFromTemplate } from '../testing/create-test-database.ts';
import { fixtureSources } from '../testing/fixture-sources.ts';
import { createStackApp, type StackFetch } from './create-stack-app.ts';
import { createFileStorageAdapter } from './file-storage-adapter.ts';
import type { StackDatabase } from './stack-database.ts';

const keys = {
  jwtSecret: 'a secret of the tests, long enough for HS256',
  publishableKey: 'sb_publishable_test',
  secretKey: 'sb_secret_test',
};
const own = 'http://localhost:3001';

let database: StackDatabase;
let fetch: StackFetch;
beforeAll(async () => {
  database = await openFromTemplate(fixtureSources);
  const stack = createStackApp(database, keys, createFileStorageAdapter('/nowhere'), {
    allowedOrigins: [own],
  });
  await stack.app.init();
  fetch = stack.fetch;
});
afterAll(() => database.close());

const paths = ['/rest/v1/notes?select=id', '/auth/v1/settings', '/storage/v1/bucket'];
const send = (path: string, method: string, headers: Record<string, string>) =>
  fetch(
    new Request(`http://127.0.0.1${path}`, { method, headers: { apikey: keys.publishableKey, ...headers } }),
    null,
  );

it.each(paths)('a page of another origin reads nothing at %s, and its preflight is refused', async (path) => {
  for (const origin of ['http://evil.example', 'http://localhost:3001.evil.example', 'null']) {
    for (const method of ['GET', 'OPTIONS']) {
      const response = await send(path, method, { origin, 'access-control-request-method': 'GET' });
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    }
  }
  expect((await send(`${path}`, 'GET', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
});

it.each(paths)(
  'a page of an allowed origin is named at %s, and a program without a page reads it too',
  async (path) => {
    const preflight = await send(path, 'OPTIONS', { origin: own, 'access-control-request-method': 'GET' });
    expect([preflight.ok, preflight.headers.get('access-control-allow-origin')]).toEqual([true, own]);
    const ofPage = await send(path, 'GET', { origin: own });
    expect(ofPage.headers.get('access-control-allow-origin')).toBe(own);
    const ofProgram = await send(path, 'GET', {});
    expect(ofProgram.status).toBe(ofPage.status);
    expect(ofProgram.headers.get('access-control-allow-origin')).toBeNull();
  },
);
