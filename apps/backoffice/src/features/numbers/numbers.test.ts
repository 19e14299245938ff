import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { moveAction } from '@/shell/list/move-action';
import { undoChangeAction } from '@/shell/toast/undo-change-action';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { removeNumberAction, saveNumberAction } from './actions.ts';
import { findNumber, listNumbers } from './queries.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

let db: TestDatabase;
let owner: SignedInAccount;
let staff: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;

const taxi = {
  place: 'sunset-hotel',
  id: '',
  version: '',
  label: 'Taxi',
  category: 'Transport',
  phone: '+84 236 1',
};

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  owner = await signUpAccount(db, 'owner@example.com');
  staff = await signUpAccount(db, 'staff@example.com');
  otherOwner = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, 'sunset-hotel');
});

afterAll(() => db.close());

/** Adds a number and returns it as the form reads it. */
async function addNumber(label: string) {
  const state = await submitAs(owner, saveNumberAction, { ...taxi, label });
  expect(state).toMatchObject({ ok: true, done: 'saved', goTo: '/p/sunset-hotel/numbers' });
  const rows = await listNumbers(owner.client, sunset, { search: label, after: null });
  const number = rows.find((row) => row.label === label);
  if (number === undefined) throw new Error('the number was saved');
  return { ...number, changeId: state?.ok === true ? (state.changeId ?? '') : '' };
}

const asForm = (number: Awaited<ReturnType<typeof addNumber>>) => ({
  ...taxi,
  id: number.id,
  version: number.version,
  label: number.label,
});

test('an owner adds, changes and removes a number, and undoes each', async () => {
  const added = await addNumber('Taxi one');
  const changed = await submitAs(owner, saveNumberAction, { ...asForm(added), label: 'Taxi two' });
  expect(changed).toMatchObject({ ok: true });
  await undo(changed);
  expect(await findNumber(owner.client, sunset, added.id)).toMatchObject({ label: 'Taxi one' });

  const removal = { place: 'sunset-hotel', id: added.id, version: added.version };
  expect(await submitAs(owner, removeNumberAction, removal)).toMatchObject({
    error: 'conflict',
    reason: 'changed_meanwhile',
  });
  const version = (await findNumber(owner.client, sunset, added.id))?.version ?? '';
  const removed = await submitAs(owner, removeNumberAction, { ...removal, version });
  expect(await findNumber(owner.client, sunset, added.id)).toBeNull();
  await undo(removed);
  expect(await findNumber(owner.client, sunset, added.id)).toMatchObject({ label: 'Taxi one' });
});

async function undo(state: Awaited<ReturnType<typeof submitAs>>): Promise<void> {
  const changeId = state?.ok === true ? (state.changeId ?? '') : '';
  expect(await submitAs(owner, undoChangeAction, { place: 'sunset-hotel', changeId })).toMatchObject({
    ok: true,
  });
}

test('a new number is the last, and moves to the place that a manager gives it', async () => {
  const added = await addNumber('Last one');
  const labels = async () =>
    (await listNumbers(owner.client, sunset, { search: '', after: null })).map(({ label }) => label);
  expect((await labels()).at(-1)).toBe('Last one');
  const move = { place: 'sunset-hotel', kind: 'numbers', id: added.id, to: '1' };
  expect(await submitAs(staff, moveAction, move)).toMatchObject({ error: 'forbidden' });
  expect(await submitAs(otherOwner, moveAction, { ...move, place: 'quiet-house' })).toMatchObject({
    error: 'not_found',
  });
  expect(await submitAs(owner, moveAction, move)).toMatchObject({ ok: true });
  expect((await labels())[0]).toBe('Last one');
});

test('of two people who save one number, the second sees both values and writes only what they choose', async () => {
  const read = await addNumber('Doctor');
  await submitAs(owner, saveNumberAction, { ...asForm(read), phone: '+84 1 11' });
  const second = await submitAs(owner, saveNumberAction, { ...asForm(read), phone: '+84 2 22' });
  expect(second).toMatchObject({
    ok: false,
    error: 'conflict',
    reason: 'changed_meanwhile',
    theirs: { label: 'Doctor', phone: '+84 1 11' },
  });
  const version = second?.ok === false && second.error === 'conflict' ? (second.version ?? '') : '';
  await submitAs(owner, saveNumberAction, { ...asForm(read), version, phone: '+84 2 22' });
  expect(await findNumber(owner.client, sunset, read.id)).toMatchObject({ phone: '+84 2 22' });
});

test('staff, another owner and nobody change nothing', async () => {
  const number = await addNumber('Police');
  const change = { ...asForm(number), label: 'Mine now' };
  expect(await submitAs(staff, saveNumberAction, change)).toMatchObject({ error: 'forbidden' });
  const removal = { place: 'sunset-hotel', id: number.id, version: number.version };
  expect(await submitAs(staff, removeNumberAction, removal)).toMatchObject({ error: 'forbidden' });
  expect(await submitAs(otherOwner, removeNumberAction, { ...removal, place: 'quiet-house' })).toMatchObject({
    error: 'not_found',
  });
  expect(await submitAs(otherOwner, saveNumberAction, change)).toMatchObject({ error: 'not_found' });
  expect(await submitAs(otherOwner, saveNumberAction, { ...change, place: 'quiet-house' })).toMatchObject({
    error: 'not_found',
  });
  expect(await submitAs(null, saveNumberAction, change)).toMatchObject({ error: 'session_expired' });
  expect(await findNumber(owner.client, sunset, number.id)).toMatchObject({ label: 'Police' });
});

test('a refused form names what is wrong with each field', async () => {
  const state = await submitAs(owner, saveNumberAction, {
    ...taxi,
    label: ' ',
    phone: 'call me',
  });
  expect(state).toMatchObject({
    error: 'invalid_request',
    fields: { label: 'required', phone: 'not_a_phone' },
  });
});
