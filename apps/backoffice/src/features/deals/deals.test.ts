import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { submitAs, useDatabase } from '@/testing/next-request';
import { readGuestContent } from '@/testing/read-guest-content';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { removeDealAction, saveDealAction } from './actions.ts';
import { findDeal } from './queries.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

let db: TestDatabase;
let owner: SignedInAccount;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  owner = await signUpAccount(db, 'owner@example.com');
});

afterAll(() => db.close());

const place = 'sunset-hotel';
const form = (changes: Record<string, string> = {}) => ({
  place,
  id: '',
  version: '',
  partner: 'Bridge Café',
  title: 'A cake for free',
  description: '',
  discount: '',
  from: '',
  until: '',
  link: '',
  active: 'on',
  ...changes,
});
const readDeal = async (title: string, locale = 'en') =>
  (await readGuestContent(db, locale)).deals.find((deal) => deal['title'] === title);

test('each value of an offer that an owner saves is what a guest reads, until its last day', async () => {
  const changes = {
    description: 'With every coffee.',
    discount: '−100 %',
    until: '2199-12-31',
    link: 'https://bridge.example/cake',
    'fr.title': 'Un gâteau offert',
  };
  expect(await submitAs(owner, saveDealAction, form(changes))).toMatchObject({ ok: true });
  const deal = await readDeal('A cake for free');
  expect(deal).toMatchObject({
    partner: 'Bridge Café',
    description: 'With every coffee.',
    discount: '−100 %',
    validUntil: '2199-12-31',
    link: 'https://bridge.example/cake',
  });
  expect(await readDeal('Un gâteau offert', 'fr')).toMatchObject({ id: deal?.['id'] });
  const id = String(deal?.['id']);
  const [sunset] = await db.sql<{ id: string }>(
    `select id from public.accom_properties where slug = '${place}'`,
  );
  const version = (await findDeal(owner.client, sunset?.id ?? '', id))?.version ?? '';
  expect(await submitAs(owner, removeDealAction, { place, id, version })).toMatchObject({ ok: true });
  expect(await readDeal('A cake for free')).toBeUndefined();
});

test.each([
  [{ link: 'http://bridge.example' }, 'link', 'not_a_link'],
  [{ link: 'https://bank.example@elsewhere.example' }, 'link', 'not_a_link'],
  [{ link: 'javascript:alert(1)' }, 'link', 'not_a_link'],
  [{ from: '2030-01-02', until: '2030-01-01' }, 'until', 'ends_before_it_starts'],
  [{ title: ' ' }, 'title', 'required'],
])('%j is refused with what is wrong', async (changes, field, reason) => {
  expect(await submitAs(owner, saveDealAction, form(changes))).toMatchObject({ fields: { [field]: reason } });
});

test('staff and another owner change no offer', async () => {
  const staff = await signUpAccount(db, 'staff@example.com');
  const other = await signUpAccount(db, 'other@example.com');
  expect(await submitAs(staff, saveDealAction, form())).toMatchObject({ error: 'forbidden' });
  expect(await submitAs(other, saveDealAction, form())).toMatchObject({ error: 'not_found' });
});
