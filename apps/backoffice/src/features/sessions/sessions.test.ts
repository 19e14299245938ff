import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { undoChangeAction } from '@/shell/toast/undo-change-action';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { changeSessionAction, endSessionAction, makeSessionAction } from './actions.ts';
import { getSession, listSessions } from './queries.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

const place = 'sunset-hotel';
const firstPage = { isOpen: true, after: null };

let db: TestDatabase;
let owner: SignedInAccount;
let staff: SignedInAccount;
let housekeeper: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  owner = await signUpAccount(db, 'owner@example.com');
  staff = await signUpAccount(db, 'staff@example.com');
  housekeeper = await signUpAccount(db, 'housekeeper@example.com');
  otherOwner = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, place);
});

afterAll(() => db.close());

const startedAt = Date.now();
const day = (days: number) => new Date(startedAt + days * 86_400_000).toISOString().slice(0, 10);
const form = {
  place,
  room: '203',
  name: 'Lê',
  day: day(3),
  time: '11:00',
  /** Each call is a request of its own. */
  get requestKey() {
    return crypto.randomUUID();
  },
};

async function makeSession(fields: Record<string, string> = {}) {
  const made = await submitAs(staff, makeSessionAction, { ...form, ...fields });
  if (made?.ok !== true || made.goTo === undefined)
    throw new Error(`no code was made: ${JSON.stringify(made)}`);
  return getSession(staff.client, sunset, made.goTo.split('/').at(-1) ?? '');
}

test('staff make a code for a room, prolong it, end it and take that back', async () => {
  const session = await makeSession();
  expect(session).toMatchObject({
    guestName: 'Lê',
    roomNumber: '203',
    endsAt: `${day(3)}T11:00`,
    isOpen: true,
  });
  const { id, version } = session;
  const longer = { place, id, version, name: 'Lê Anh', day: day(5), time: '10:30' };
  expect(await submitAs(staff, changeSessionAction, longer)).toMatchObject({
    ok: true,
    changeId: expect.any(String),
  });
  expect(await submitAs(staff, changeSessionAction, longer)).toMatchObject({
    error: 'conflict',
    reason: 'changed_meanwhile',
    theirs: { name: 'Lê Anh', day: day(5), time: '10:30' },
  });
  const ended = await submitAs(staff, endSessionAction, { place, id });
  expect(ended).toMatchObject({ ok: true, done: 'sessionEnded' });
  expect((await listSessions(staff.client, sunset, firstPage)).map((one) => one.id)).not.toContain(id);
  const late = { ...longer, version: (await getSession(staff.client, sunset, id)).version };
  expect(await submitAs(staff, changeSessionAction, late)).toMatchObject({ reason: 'code_has_ended' });
  expect(await submitAs(staff, changeSessionAction, longer)).toMatchObject({ reason: 'code_has_ended' });
  const changeId = ended?.ok === true ? (ended.changeId ?? '') : '';
  expect(await submitAs(staff, undoChangeAction, { place, changeId })).toMatchObject({ ok: true });
  expect((await listSessions(staff.client, sunset, firstPage)).map((one) => one.id)).toContain(id);
});

test('a number without a room is asked about, and a manager may add the room', async () => {
  const attic = { ...form, room: 'Attic 3' };
  expect(await submitAs(staff, makeSessionAction, attic)).toMatchObject({ reason: 'no_such_room' });
  expect(await submitAs(staff, makeSessionAction, { ...attic, addRoom: 'on' })).toMatchObject({
    error: 'forbidden',
  });
  expect(await submitAs(owner, makeSessionAction, { ...attic, addRoom: 'on' })).toMatchObject({ ok: true });
});

test.each([
  ['a day that is over', { day: '2020-01-01' }, { reason: 'session_end_is_impossible' }],
  ['no day', { day: '' }, { fields: { day: 'not_a_day' } }],
  ['no time', { time: '' }, { fields: { time: 'not_a_time' } }],
  ['no room', { room: ' ' }, { fields: { room: 'required' } }],
])('a code with %s is refused', async (_, fields, error) => {
  expect(await submitAs(staff, makeSessionAction, { ...form, ...fields })).toMatchObject(error);
});

test('codes are nothing for housekeepers and other places', async () => {
  const { id } = await makeSession();
  for (const [account, error] of [
    [housekeeper, 'forbidden'],
    [otherOwner, 'not_found'],
  ] as const) {
    expect(await submitAs(account, makeSessionAction, form)).toMatchObject({ error });
    expect(await submitAs(account, endSessionAction, { place, id })).toMatchObject({ error });
    await expect(getSession(account.client, sunset, id)).rejects.toMatchObject({ code: error });
  }
});
