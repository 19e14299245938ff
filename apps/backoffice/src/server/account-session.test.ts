import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectTo } from '@/testing/connect-to';
import { createCookieJar } from '@/testing/cookie-jar';
import { authOutages, failOn, renewalRefusals } from '@/testing/outages';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { accountCookieName } from './account-client.ts';
import { readAccount } from './read-account.ts';
import { signOut } from './sign-out.ts';

let db: TestDatabase;
let owner: SignedInAccount;
let count = 0;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
});

afterAll(() => db.close());

beforeEach(async () => {
  count += 1;
  owner = await signUpAccount(db, `person-${count}@example.com`);
});

const later = () => connectTo(db, owner.jar);

/** Stores the session in the browser with an access token that has expired. */
async function letTokenExpire(): Promise<void> {
  const { data } = await owner.client.auth((auth) => auth.getSession());
  const expired = { ...data.session, expires_at: 1, expires_in: 0 };
  const value = `base64-${Buffer.from(JSON.stringify(expired)).toString('base64url')}`;
  owner.jar.cookies.set(accountCookieName, { value, options: {} });
}

test('the session cookies are HttpOnly, SameSite=Lax and Secure', () => {
  const [name, cookie] = [...owner.jar.cookies][0] ?? [];
  expect(name?.startsWith(accountCookieName)).toBe(true);
  expect(cookie?.options).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: true, path: '/' });
});

test('readAccount returns the signed-in person on a later request', async () => {
  expect(await readAccount(later())).toEqual({
    id: owner.accountId,
    email: `person-${count}@example.com`,
    places: [],
  });
});

test('readAccount returns the places at which a person works, by name, with what they are there, and no other', async () => {
  const { client } = await signUpAccount(db, 'staff@example.com');
  expect((await readAccount(client))?.places).toMatchObject([
    { slug: 'sunset-hotel', role: 'staff', seesDocuments: true, type: 'hotel' },
  ]);
  const other = await signUpAccount(db, 'owner@example.com');
  const names = (await readAccount(other.client))?.places.map(({ name }) => name) ?? [];
  expect(names).toHaveLength(4);
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)));
});

test('readAccount returns null for a browser without cookies', async () => {
  expect(await readAccount(connectTo(db, createCookieJar()))).toBeNull();
});

test.each([
  ['is no session', 'base64-bm9uc2Vuc2U'],
  ['is cut off', 'base64-eyJhY2Nlc3NfdG9rZW4iOiJleUo'],
  ['is an empty object', 'base64-e30'],
  ['is a word', 'x'],
])('readAccount returns null for a cookie that %s', async (_what, value) => {
  const jar = createCookieJar();
  jar.cookies.set(accountCookieName, { value, options: {} });
  expect(await readAccount(connectTo(db, jar))).toBeNull();
});

test('readAccount returns null for a token with a forged signature', async () => {
  const { data } = await owner.client.auth((auth) => auth.getSession());
  const [head, body] = data.session?.access_token.split('.') ?? [];
  const forged = { ...data.session, access_token: `${head}.${body}.${'A'.repeat(43)}` };
  const value = `base64-${Buffer.from(JSON.stringify(forged)).toString('base64url')}`;
  owner.jar.cookies.set(accountCookieName, { value, options: {} });
  expect(await readAccount(later())).toBeNull();
});

test('an expired token is renewed, and the new session is stored in the cookies', async () => {
  await letTokenExpire();
  const before = owner.jar.cookies.get(accountCookieName)?.value;
  expect(await readAccount(later())).toMatchObject({ id: owner.accountId });
  expect(owner.jar.cookies.get(accountCookieName)?.value).not.toBe(before);
});

test('readAccount returns null after the session was ended at Supabase Auth', async () => {
  await db.sql('delete from auth.sessions where user_id = $1', [owner.userId]);
  expect(await readAccount(later())).toBeNull();
});

test('signing out deletes the cookies and ends the session, so that a copy of the cookies is invalid', async () => {
  const copy = [...owner.jar.cookies];
  expect(await signOut(later())).toBe(true);
  expect([...owner.jar.cookies]).toEqual([]);
  for (const [name, cookie] of copy) {
    owner.jar.cookies.set(name, cookie);
  }
  expect(await readAccount(later())).toBeNull();
});

test('signOut returns false where Supabase Auth cannot be reached', async () => {
  const fail = () => Promise.reject(new TypeError('fetch failed'));
  const away = connectTo(db, owner.jar, { fetch: fail });
  expect(await signOut(away)).toBe(false);
});

test.each([...authOutages, ...renewalRefusals])(
  'a session is still valid after Supabase Auth did not renew it, because %s',
  async (_why, fail) => {
    const connectDuringOutage = () => connectTo(db, owner.jar, { fetch: failOn(db, '/auth/', fail) });
    await letTokenExpire();
    const cookie = owner.jar.cookies.get(accountCookieName)?.value;
    await expect(readAccount(connectDuringOutage())).rejects.toMatchObject({ code: 'unavailable' });
    expect(owner.jar.cookies.get(accountCookieName)?.value).toBe(cookie);
    expect(await readAccount(later())).toMatchObject({ id: owner.accountId });
  },
);

test('a client whose renewal of the session failed does not try again, and a later client renews it', async () => {
  await letTokenExpire();
  const responses = [() => Promise.reject(new TypeError('fetch failed'))];
  const send: typeof fetch = (input, init) => (responses.pop() ?? (() => db.fetch(input, init)))();
  const client = connectTo(db, owner.jar, { fetch: send });
  const cookie = owner.jar.cookies.get(accountCookieName)?.value;
  await expect(readAccount(client)).rejects.toMatchObject({ code: 'unavailable' });
  await expect(readAccount(client)).rejects.toMatchObject({ code: 'unavailable' });
  expect(responses).toEqual([]);
  expect(owner.jar.cookies.get(accountCookieName)?.value).toBe(cookie);
  expect(await readAccount(later())).toMatchObject({ id: owner.accountId });
});
