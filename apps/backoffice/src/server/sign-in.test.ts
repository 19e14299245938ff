import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectTo } from '@/testing/connect-to';
import { createCookieJar } from '@/testing/cookie-jar';
import { authOutages, failOn } from '@/testing/outages';
import { signUpAccount } from '@/testing/sign-up-account';
import { signIn } from './sign-in.ts';

const email = 'person@example.com';

let db: TestDatabase;
let password: string;

beforeAll(async () => {
  db = await createNativeTestDatabase();
  ({ password } = await signUpAccount(db, email));
});

afterAll(() => db.close());

test('signing in with the right password stores the session in the browser’s cookies', async () => {
  const jar = createCookieJar();
  await signIn(connectTo(db, jar), { email, password });
  expect(jar.cookies.size).toBeGreaterThan(0);
});

test.each([
  ['a wrong password', { email, password: 'not the password' }],
  ['an unknown email address', { email: 'nobody@example.com', password: 'a password of ten' }],
])('signing in with %s fails with wrong_password and sets no cookie', async (_what, credentials) => {
  const jar = createCookieJar();
  await expect(signIn(connectTo(db, jar), credentials)).rejects.toMatchObject({ code: 'wrong_password' });
  expect([...jar.cookies]).toEqual([]);
});

test.each([
  [400, 'captcha_failed', 'internal'],
  [422, 'email_provider_disabled', 'internal'],
  [400, 'user_banned', 'forbidden'],
  [400, 'email_not_confirmed', 'email_not_confirmed'],
  [429, 'over_request_rate_limit', 'rate_limited'],
])('a %d of Supabase Auth with the code %s becomes %s', async (status, code, expected) => {
  const headers = { 'x-supabase-api-version': '2024-01-01' };
  const fail = () => Promise.resolve(Response.json({ code, message: 'no' }, { status, headers }));
  const client = connectTo(db, createCookieJar(), { fetch: failOn(db, '/auth/', fail) });
  await expect(signIn(client, { email, password })).rejects.toMatchObject({ code: expected });
});

test.each(authOutages)('signing in throws `unavailable` where %s', async (_why, fail) => {
  const client = connectTo(db, createCookieJar(), { fetch: failOn(db, '/auth/', fail) });
  await expect(signIn(client, { email, password })).rejects.toMatchObject({ code: 'unavailable' });
});
