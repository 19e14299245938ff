import { createTestDatabase, type TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectTo } from '@/testing/connect-to';
import { createCookieJar } from '@/testing/cookie-jar';
import { authOutages, failOn } from '@/testing/outages';
import { signUpOwner } from '@/testing/sign-up-owner';
import { signIn } from './sign-in.ts';

const email = 'person@example.com';

let db: TestDatabase;
let password: string;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ password } = await signUpOwner(db, email));
});

afterAll(() => db.close());

test('the right password signs in, and the session is in the browser’s cookies', async () => {
  const jar = createCookieJar();
  expect(await signIn(connectTo(db, jar), { email, password })).toEqual({ ok: true });
  expect(jar.cookies.size).toBeGreaterThan(0);
});

test.each([
  ['a wrong password', { email, password: 'not the password' }],
  ['an address nobody has', { email: 'nobody@example.com', password: 'a password of ten' }],
])('%s is refused with the same words', async (_what, credentials) => {
  const jar = createCookieJar();
  expect(await signIn(connectTo(db, jar), credentials)).toEqual({ ok: false, error: 'wrong_password' });
  expect([...jar.cookies]).toEqual([]);
});

test.each(authOutages)('a sign-in says `unavailable` where %s', async (_why, fail) => {
  const client = connectTo(db, createCookieJar(), { fetch: failOn(db, '/auth/', fail) });
  await expect(signIn(client, { email, password })).rejects.toMatchObject({ code: 'unavailable' });
});
