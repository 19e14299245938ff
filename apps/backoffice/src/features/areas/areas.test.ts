import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { removeAreaAction, saveAreaAction } from './actions.ts';
import { listAreas } from './queries.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

let db: TestDatabase;
let owner: SignedInAccount;
let sunset: string;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  owner = await signUpAccount(db, 'owner@example.com');
  sunset = await findPlaceId(db, 'sunset-hotel');
});

afterAll(() => db.close());

const form = { place: 'sunset-hotel', id: '', version: '', name: 'Quiet corner', 'es.name': 'Azotea' };
const find = async () =>
  (await listAreas(owner.client, sunset, null)).find(({ name }) => name === 'Quiet corner');

test('an owner adds an area with its languages and removes it', async () => {
  expect(await submitAs(owner, saveAreaAction, form)).toMatchObject({ ok: true });
  const area = await find();
  expect(area?.translations).toEqual({ es: { name: 'Azotea' } });
  // Two areas of one name could not be told apart.
  expect(await submitAs(owner, saveAreaAction, form)).toMatchObject({ error: 'conflict' });
  const { id = '', version = '' } = area ?? {};
  await submitAs(owner, removeAreaAction, { place: 'sunset-hotel', id, version });
  expect(await find()).toBeUndefined();
});

test('staff and another owner change no area', async () => {
  const staff = await signUpAccount(db, 'staff@example.com');
  const other = await signUpAccount(db, 'other@example.com');
  expect(await submitAs(staff, saveAreaAction, form)).toMatchObject({ error: 'forbidden' });
  expect(await submitAs(other, saveAreaAction, form)).toMatchObject({ error: 'not_found' });
});
