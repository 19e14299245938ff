import { randomBytes } from 'node:crypto';
import { signRoleKey } from '@gudbro/supabase-local/keys';
import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseOutages, failOn } from '@/testing/outages';
import { admitSignIn, type BackofficeApi } from './admit-sign-in.ts';

let db: TestDatabase;
let api: BackofficeApi;

const connectAs = async (role: string): Promise<BackofficeApi> => ({
  url: db.url,
  publishableKey: db.keys.publishableKey,
  backofficeKey: await signRoleKey({ jwtSecret: db.keys.jwtSecret, role }),
  fetch: db.fetch,
});

beforeAll(async () => {
  db = await createNativeTestDatabase();
  api = await connectAs('backoffice_api');
});

afterAll(() => db.close());

const hash = () => randomBytes(16).toString('hex');

test('a try is admitted until there are too many, and the error then says how long to wait', async () => {
  const attempt = { account: hash(), client: hash(), device: null };
  const refusals: unknown[] = [];
  // Within two windows at most twenty tries are admitted.
  for (let count = 0; count < 21; count += 1) {
    await admitSignIn(attempt, api).catch((thrown) => refusals.push(thrown));
  }
  expect(refusals.length).toBeGreaterThan(0);
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({
      body: { error: 'rate_limited', retryAfterSeconds: expect.any(Number) },
    });
  }
  await admitSignIn({ ...attempt, device: hash() }, api);
});

test.each(databaseOutages)('a try throws `unavailable` where %s', async (_why, fail) => {
  const attempt = { account: hash(), client: hash(), device: null };
  const away = { ...api, fetch: failOn(db, '/rest/', fail) };
  await expect(admitSignIn(attempt, away)).rejects.toMatchObject({ code: 'unavailable' });
});

test.each(['guest_api', 'authenticated'])(
  'a key of the role %s admits nobody: it is our fault',
  async (role) => {
    const attempt = { account: hash(), client: hash(), device: null };
    await expect(admitSignIn(attempt, await connectAs(role))).rejects.toMatchObject({ code: 'internal' });
  },
);
