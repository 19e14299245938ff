import { createTestDatabase, type TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { useDatabase } from '@/testing/next-request';
import { signUpAccount } from '@/testing/sign-up-account';
import { findPreview } from './find-preview.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase({ seed: true });
  await useDatabase(db);
});

afterAll(() => db.close());

test('a preview in a language goes by the guest app’s switch of languages to the same page', async () => {
  const { client } = await signUpAccount(db, 'owner@example.com');
  const [property] = await db.sql<{ id: string }>(
    "select id from public.accom_properties where slug = 'sunset-hotel'",
  );
  const place = { id: property?.id ?? '', slug: 'sunset-hotel' };
  const page = new URL(await findPreview(client, place, { page: 'room', locale: null }));
  expect(page.pathname).toMatch(/^\/stay\/RM-/);
  const translated = new URL(await findPreview(client, place, { page: 'room', locale: 'de' }));
  expect(translated.pathname).toBe('/locale');
  expect(Object.fromEntries(translated.searchParams)).toEqual({ locale: 'de', path: page.pathname });
});

test('the types and prices are on the place’s own page', async () => {
  const { client } = await signUpAccount(db, 'manager@example.com');
  const [property] = await db.sql<{ id: string }>(
    "select id from public.accom_properties where slug = 'sunset-hotel'",
  );
  const place = { id: property?.id ?? '', slug: 'sunset-hotel' };
  const page = new URL(await findPreview(client, place, { page: 'place', locale: null }));
  expect(page.pathname).toBe('/sunset-hotel');
});

test('a stranger’s preview leads to the public page and tells no room’s code', async () => {
  const { client } = await signUpAccount(db, 'other@example.com');
  const [property] = await db.sql<{ id: string }>(
    "select id from public.accom_properties where slug = 'sunset-hotel'",
  );
  const address = await findPreview(
    client,
    { id: property?.id ?? '', slug: 'sunset-hotel' },
    { page: 'room', locale: null },
  );
  expect(new URL(address).pathname).toBe('/sunset-hotel');
});
