import { createTestDatabase, type TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectTo } from '@/testing/connect-to';
import { createCookieJar } from '@/testing/cookie-jar';
import { authOutages, failOn } from '@/testing/outages';
import { type SignedInOwner, signUpOwner } from '@/testing/sign-up-owner';
import { ownerCookieName } from './owner-client.ts';
import { readOwner } from './read-owner.ts';
import { signOut } from './sign-out.ts';

let db: TestDatabase;
let owner: SignedInOwner;
let count = 0;

beforeAll(async () => {
  db = await createTestDatabase({ seed: true });
});

afterAll(() => db.close());

beforeEach(async () => {
  count += 1;
  owner = await signUpOwner(db, `person-${count}@example.com`);
});

const later = () => connectTo(db, owner.jar);

/** The session in the browser, with its access token past its end. */
async function letTokenExpire(): Promise<void> {
  const { data } = await owner.client.auth((auth) => auth.getSession());
  const expired = { ...data.session, expires_at: 1, expires_in: 0 };
  const value = `base64-${Buffer.from(JSON.stringify(expired)).toString('base64url')}`;
  owner.jar.cookies.set(ownerCookieName, { value, options: {} });
}

test('the session is in cookies that no script reads, no other site sends, and no plain http carries', () => {
  const [name, cookie] = [...owner.jar.cookies][0] ?? [];
  expect(name?.startsWith(ownerCookieName)).toBe(true);
  expect(cookie?.options).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: true, path: '/' });
});

test('a later request knows its owner', async () => {
  expect(await readOwner(later())).toEqual({ userId: owner.userId, email: `person-${count}@example.com` });
});

test('a browser without cookies is nobody', async () => {
  expect(await readOwner(connectTo(db, createCookieJar()))).toBeNull();
});

test.each([
  ['is no session', 'base64-bm9uc2Vuc2U'],
  ['is cut off', 'base64-eyJhY2Nlc3NfdG9rZW4iOiJleUo'],
  ['is an empty object', 'base64-e30'],
  ['is a word', 'x'],
])('a cookie that %s is nobody’s', async (_what, value) => {
  const jar = createCookieJar();
  jar.cookies.set(ownerCookieName, { value, options: {} });
  expect(await readOwner(connectTo(db, jar))).toBeNull();
});

test('a token that somebody else signed is nobody’s', async () => {
  const { data } = await owner.client.auth((auth) => auth.getSession());
  const [head, body] = data.session?.access_token.split('.') ?? [];
  const forged = { ...data.session, access_token: `${head}.${body}.${'A'.repeat(43)}` };
  const value = `base64-${Buffer.from(JSON.stringify(forged)).toString('base64url')}`;
  owner.jar.cookies.set(ownerCookieName, { value, options: {} });
  expect(await readOwner(later())).toBeNull();
});

test('an expired token is renewed, and the new one is kept', async () => {
  await letTokenExpire();
  const before = owner.jar.cookies.get(ownerCookieName)?.value;
  expect(await readOwner(later())).toMatchObject({ userId: owner.userId });
  expect(owner.jar.cookies.get(ownerCookieName)?.value).not.toBe(before);
});

test('a session ended elsewhere has ended here', async () => {
  await db.sql('delete from auth.sessions where user_id = $1', [owner.userId]);
  expect(await readOwner(later())).toBeNull();
});

test('after the sign-out nothing is left in the browser, and a copy of its cookies is worth nothing', async () => {
  const copy = [...owner.jar.cookies];
  expect(await signOut(later())).toBe(true);
  expect([...owner.jar.cookies]).toEqual([]);
  for (const [name, cookie] of copy) {
    owner.jar.cookies.set(name, cookie);
  }
  expect(await readOwner(later())).toBeNull();
});

test('a sign-out that reaches nobody says so, for the caller to forget the cookies', async () => {
  const fail = () => Promise.reject(new TypeError('fetch failed'));
  const away = connectTo(db, owner.jar, { fetch: fail });
  expect(await signOut(away)).toBe(false);
});

test.each(authOutages)('nobody is signed out because %s', async (_why, fail) => {
  const connectDuringOutage = () => connectTo(db, owner.jar, { fetch: failOn(db, '/auth/', fail) });
  await expect(readOwner(connectDuringOutage())).rejects.toMatchObject({ code: 'unavailable' });
  await letTokenExpire();
  await expect(readOwner(connectDuringOutage())).rejects.toMatchObject({ code: 'unavailable' });
  expect(await readOwner(later())).toMatchObject({ userId: owner.userId });
});

test('a session is not renewed behind the back of a person who was told to try again', async () => {
  await letTokenExpire();
  const answers = [() => Promise.reject(new TypeError('fetch failed'))];
  const send: typeof fetch = (input, init) => (answers.pop() ?? (() => db.fetch(input, init)))();
  const client = connectTo(db, owner.jar, { fetch: send });
  const cookie = owner.jar.cookies.get(ownerCookieName)?.value;
  await expect(readOwner(client)).rejects.toMatchObject({ code: 'unavailable' });
  await expect(readOwner(client)).rejects.toMatchObject({ code: 'unavailable' });
  expect(answers).toEqual([]);
  expect(owner.jar.cookies.get(ownerCookieName)?.value).toBe(cookie);
  expect(await readOwner(later())).toMatchObject({ userId: owner.userId });
});
