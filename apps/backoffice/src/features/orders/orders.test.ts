import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { undoChangeAction } from '@/shell/toast/undo-change-action';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { takeStepAction } from './actions.ts';
import { readBoard } from './board-page.ts';
import { getBoardOrder, readOrderBoard } from './queries.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

let db: TestDatabase;
let staff: SignedInAccount;
let housekeeper: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  staff = await signUpAccount(db, 'staff@example.com');
  housekeeper = await signUpAccount(db, 'housekeeper@example.com');
  otherOwner = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, 'sunset-hotel');
});

afterAll(() => db.close());

const step = (person: SignedInAccount, id: string, name: string, reason?: string) =>
  submitAs(person, takeStepAction, {
    place: 'sunset-hotel',
    id,
    step: name,
    ...(reason === undefined ? {} : { reason }),
  });

/** An order of the seed with this note. */
async function findOrder(notes: string) {
  const { orders } = await readOrderBoard(staff.client, sunset);
  const order = orders.find((one) => one.notes === notes);
  if (order === undefined) throw new Error(`the seed has an order with the note "${notes}"`);
  return order;
}

test('the desk takes an order through all its steps, and undoes each', async () => {
  const { id } = await findOrder('Please knock softly.');
  for (const [before, name] of [
    ['pending', 'confirmed'],
    ['confirmed', 'preparing'],
    ['preparing', 'delivered'],
  ] as const) {
    const done = await step(staff, id, name);
    expect(done).toMatchObject({ ok: true, done: `order_${name}`, changeId: expect.any(String) });
    const changeId = done?.ok === true ? (done.changeId ?? '') : '';
    expect(await submitAs(staff, undoChangeAction, { place: 'sunset-hotel', changeId })).toMatchObject({
      ok: true,
    });
    expect((await getBoardOrder(staff.client, sunset, id)).order.status).toBe(before);
    expect(await step(staff, id, name)).toMatchObject({ ok: true });
    expect((await getBoardOrder(staff.client, sunset, id)).order.status).toBe(name);
  }
});

test('of two who take the same step the second is told that it is done', async () => {
  const { id } = await findOrder('One without chilli.');
  expect(await step(staff, id, 'preparing')).toMatchObject({ ok: true });
  expect(await step(staff, id, 'preparing')).toMatchObject({ ok: false, error: 'illegal_step' });
});

test('an order is declined with the reason that the guest reads, and not without', async () => {
  const { id } = await findOrder('The blue shirt not too hot, please.');
  for (const reason of [undefined, '', '   ']) {
    expect(await step(staff, id, 'rejected', reason)).toMatchObject({
      ok: false,
      error: 'invalid_request',
    });
  }
  expect(await step(staff, id, 'rejected', 'The machine is broken.')).toMatchObject({
    ok: true,
    done: 'order_rejected',
  });
  expect((await getBoardOrder(staff.client, sunset, id)).order).toMatchObject({
    status: 'rejected',
    rejectReason: 'The machine is broken.',
  });
});

test.each(['cancelled', 'pending', 'served'])('nobody takes the step %s', async (name) => {
  const [order] = (await readOrderBoard(staff.client, sunset)).orders;
  expect(await step(staff, order?.id ?? '', name)).toMatchObject({ ok: false, error: 'invalid_request' });
});

test('a housekeeper and another owner take no step and read nothing', async () => {
  const [order] = (await readOrderBoard(staff.client, sunset)).orders;
  const id = order?.id ?? '';
  expect(await step(housekeeper, id, 'confirmed')).toMatchObject({ ok: false, error: 'forbidden' });
  expect(await step(otherOwner, id, 'confirmed')).toMatchObject({ ok: false, error: 'not_found' });
  await expect(readOrderBoard(housekeeper.client, sunset)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(readOrderBoard(otherOwner.client, sunset)).rejects.toMatchObject({ code: 'not_found' });
});

test('an address with a category that is none shows the whole board', async () => {
  const place = { id: sunset, slug: 'sunset-hotel' } as Parameters<typeof readBoard>[1]; // it reads these two
  const board = await readBoard(staff.client, place, { category: crypto.randomUUID() });
  expect(board.category).toBeNull();
  const [drinks] = board.categories;
  expect((await readBoard(staff.client, place, { category: drinks?.id })).category).toBe(drinks?.id);
});
