import { createTestDatabase, type TestDatabase } from '@gudbro/supabase-local/testing';
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
  db = await createTestDatabase();
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

test.each(authOutages)('signing in throws `unavailable` where %s', async (_why, fail) => {
  const client = connectTo(db, createCookieJar(), { fetch: failOn(db, '/auth/', fail) });
  await expect(signIn(client, { email, password })).rejects.toMatchObject({ code: 'unavailable' });
});
