import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase, withPerson } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { markAllReadAction, removePushAction, savePreferencesAction, savePushAction } from './actions.ts';
import { formatThingPath, kinds } from './kinds.ts';
import { listNotifications, listPushEndpoints, openNotification, readPreferences } from './queries.ts';
import { renewPush } from './renew-push.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

let db: TestDatabase;
let owner: SignedInAccount;
let staff: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;

const place = { place: 'sunset-hotel' };
const choice = { ...place, quietFrom: '', quietTo: '', locale: 'vi' };

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  owner = await signUpAccount(db, 'owner@example.com');
  staff = await signUpAccount(db, 'staff@example.com');
  otherOwner = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, 'sunset-hotel');
});

afterAll(() => db.close());

const unreadOf = async ({ client }: SignedInAccount) =>
  (await listNotifications(client, sunset, null)).filter(
    ({ read_at, settled_at }) => read_at === null && settled_at === null,
  );

test('the kinds that a person chooses among are those of the database', async () => {
  const { kinds: known } = await readPreferences(owner.client, sunset);
  expect(kinds).toEqual(known);
});

test('a notification is opened as read, and leads to its thing', async () => {
  const [first] = await unreadOf(staff);
  if (first === undefined) throw new Error('the demo has something that waits');
  const opened = await openNotification(staff.client, sunset, first.id);
  expect(opened).toEqual({ kind: first.kind, thing_id: first.thing_id });
  expect((await unreadOf(staff)).map(({ id }) => id)).not.toContain(first.id);
  expect(formatThingPath('sunset-hotel', 'report_reply', first.thing_id)).toBe(
    `/p/sunset-hotel/reports/${first.thing_id}`,
  );
  await expect(openNotification(owner.client, sunset, first.id)).rejects.toMatchObject({ code: 'not_found' });
});

test('all are marked as read for this person alone', async () => {
  const ofOwner = (await unreadOf(owner)).length;
  expect(ofOwner).toBeGreaterThan(0);
  expect(await submitAs(staff, markAllReadAction, place)).toMatchObject({ ok: true });
  expect(await unreadOf(staff)).toEqual([]);
  expect(await unreadOf(owner)).toHaveLength(ofOwner);
});

test('another owner marks and changes nothing here', async () => {
  for (const sent of [
    () => submitAs(otherOwner, markAllReadAction, place),
    () => submitAs(otherOwner, savePreferencesAction, choice),
  ]) {
    expect(await sent()).toMatchObject({ ok: false, error: 'not_found' });
  }
});

test('what is chosen is saved as it was ticked', async () => {
  const sent = { ...choice, inApp: 'order_new', quietFrom: '22:00', quietTo: '07:00', urgentPasses: 'on' };
  expect(await submitAs(staff, savePreferencesAction, sent)).toMatchObject({ ok: true, done: 'saved' });
  expect(await readPreferences(staff.client, sunset)).toMatchObject({
    inApp: ['order_new'],
    byMail: [],
    byPush: [],
    quietFrom: '22:00',
    quietTo: '07:00',
    urgentPasses: true,
    locale: 'vi',
  });
});

test.each([
  ['a kind of managers', { inApp: 'job_failed' }, undefined],
  ['quiet hours without an end', { quietFrom: '22:00' }, { quietTo: 'required' }],
  ['quiet hours without a start', { quietTo: '07:00' }, { quietFrom: 'required' }],
  ['quiet hours that end as they begin', { quietFrom: '22:00', quietTo: '22:00' }, { quietTo: 'same_time' }],
])('%s is refused', async (_, changes, fields) => {
  expect(await submitAs(staff, savePreferencesAction, { ...choice, ...changes })).toMatchObject({
    ok: false,
    error: 'invalid_request',
    ...(fields === undefined ? {} : { fields }),
  });
});

const browser = {
  ...place,
  endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/gAAAA',
  p256dh: `B${'a'.repeat(86)}`,
  authSecret: 'b'.repeat(22),
};

test('a browser is told of until it is turned off, and it is nobody else’s', async () => {
  expect(await submitAs(staff, savePushAction, browser)).toMatchObject({ ok: true, done: 'pushOn' });
  expect(await listPushEndpoints(staff.client)).toEqual([browser.endpoint]);
  expect(await listPushEndpoints(owner.client)).toEqual([]);
  const { place: slug, endpoint } = browser;
  expect(await submitAs(owner, removePushAction, { place: slug, endpoint })).toMatchObject({ ok: true });
  expect(await listPushEndpoints(staff.client)).toEqual([endpoint]);
  expect(await submitAs(staff, removePushAction, { place: slug, endpoint })).toMatchObject({
    ok: true,
    done: 'pushOff',
  });
  expect(await listPushEndpoints(staff.client)).toEqual([]);
});

const renew = (account: SignedInAccount | null, body: unknown, origin = process.env['BACKOFFICE_URL']) =>
  withPerson(account, () =>
    renewPush(
      new Request(`${process.env['BACKOFFICE_URL']}/push-renewal`, {
        method: 'POST',
        headers: { origin: origin ?? '', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    ),
  );

test('a browser whose address has changed gets messages at the new one alone, and its person stays the same', async () => {
  expect(await submitAs(staff, savePushAction, browser)).toMatchObject({ ok: true });
  const { place: _, endpoint: old, ...keys } = browser;
  const endpoint = `${old}-renewed`;
  const change = { ...keys, endpoint, old };
  expect((await renew(null, change)).status).toBe(401);
  expect((await renew(staff, change, 'https://elsewhere.example')).status).toBe(400);
  expect((await renew(staff, { ...change, more: '' })).status).toBe(400);
  // Another person cannot end what this browser gets.
  expect((await renew(owner, { ...change, endpoint: `${old}-of-owner` })).status).toBe(204);
  expect(await listPushEndpoints(staff.client)).toEqual([old]);
  expect((await renew(staff, change)).status).toBe(204);
  expect(await listPushEndpoints(staff.client)).toEqual([endpoint]);
});

test.each([
  ['an address in our network', { endpoint: 'https://169.254.169.254/latest' }],
  ['an address that is none', { endpoint: 'here' }],
  ['a key that is none', { p256dh: 'short' }],
])('%s is refused', async (_, changes) => {
  expect(await submitAs(staff, savePushAction, { ...browser, ...changes })).toMatchObject({
    ok: false,
    error: 'invalid_request',
  });
});
