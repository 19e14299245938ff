import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findPlaceId } from '@/testing/find-place-id';
import { useDatabase } from '@/testing/next-request';
import { signUpAccount } from '@/testing/sign-up-account';
import { findPreview } from './find-preview.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));

let db: TestDatabase;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
});

afterAll(() => db.close());

test('a preview in a language goes by the guest app’s switch of languages to the same page', async () => {
  const { client } = await signUpAccount(db, 'owner@example.com');
  const place = { id: await findPlaceId(db, 'sunset-hotel'), slug: 'sunset-hotel' };
  const page = new URL(await findPreview(client, place, { page: 'room', locale: null }));
  expect(page.pathname).toMatch(/^\/stay\/RM-/);
  const translated = new URL(await findPreview(client, place, { page: 'room', locale: 'de' }));
  expect(translated.pathname).toBe('/locale');
  expect(Object.fromEntries(translated.searchParams)).toEqual({ locale: 'de', path: page.pathname });
});

test('the types and prices are on the place’s own page', async () => {
  const { client } = await signUpAccount(db, 'manager@example.com');
  const place = { id: await findPlaceId(db, 'sunset-hotel'), slug: 'sunset-hotel' };
  const page = new URL(await findPreview(client, place, { page: 'place', locale: null }));
  expect(page.pathname).toBe('/sunset-hotel');
});

test('a stranger’s preview leads to the public page and tells no room’s code', async () => {
  const { client } = await signUpAccount(db, 'other@example.com');
  const address = await findPreview(
    client,
    { id: await findPlaceId(db, 'sunset-hotel'), slug: 'sunset-hotel' },
    { page: 'room', locale: null },
  );
  expect(new URL(address).pathname).toBe('/sunset-hotel');
});
