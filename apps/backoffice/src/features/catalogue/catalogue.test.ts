import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { moveAction } from '@/shell/list/move-action';
import { undoChangeAction } from '@/shell/toast/undo-change-action';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { readGuestContent } from '@/testing/read-guest-content';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { removeItemAction, saveCategoryAction, saveItemAction, setSoldOutAction } from './actions.ts';
import { findItem, listCategories, listItems } from './queries.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

let db: TestDatabase;
let owner: SignedInAccount;
let staff: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;
let categoryId: string;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  owner = await signUpAccount(db, 'owner@example.com');
  staff = await signUpAccount(db, 'staff@example.com');
  otherOwner = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, 'sunset-hotel');
  const [category] = await listCategories(owner.client, sunset);
  categoryId = category?.id ?? '';
});

afterAll(() => db.close());

const place = 'sunset-hotel';
const form = (changes: Record<string, string> = {}) => ({
  place,
  id: '',
  version: '',
  name: 'Banana pancake',
  description: '',
  category: categoryId,
  price: '55.000',
  from: '',
  to: '',
  max: '4',
  image: '',
  active: 'on',
  ...changes,
});

const readItem = async (name: string, locale = 'en') => {
  const { services } = await readGuestContent(db, locale);
  return services.categories.flatMap(({ items }) => items).find((item) => item.name === name);
};

async function addItem(name: string) {
  expect(await submitAs(owner, saveItemAction, form({ name }))).toMatchObject({ ok: true, done: 'saved' });
  const [item] = await listItems(owner.client, sunset, { categoryId: null, search: name, after: null });
  if (item === undefined) throw new Error('the item was saved');
  return item;
}

test('each value of an item that an owner saves is what a guest reads', async () => {
  const { id, version } = await addItem('Banana pancake');
  expect(await readItem('Banana pancake')).toMatchObject({ priceMinor: 55_000, maxQuantity: 4, image: null });
  const changes = {
    id,
    version,
    name: 'Mango pancake',
    description: 'Two, with honey.',
    price: '60000',
    from: '07:00',
    to: '11:00',
    max: '2',
    image: '/demo/sunset-hotel.svg',
    'vi.name': 'Bánh kếp xoài',
  };
  await submitAs(owner, saveItemAction, form(changes));
  expect(await readItem('Mango pancake')).toMatchObject({
    description: 'Two, with honey.',
    priceMinor: 60_000,
    availableFrom: '07:00',
    availableTo: '11:00',
    maxQuantity: 2,
    image: '/demo/sunset-hotel.svg',
  });
  expect(await readItem('Bánh kếp xoài', 'vi')).toMatchObject({ id });
  const now = await findItem(owner.client, sunset, id);
  const { active: _off, ...switchedOff } = form({ ...changes, version: now?.version ?? '' });
  await submitAs(owner, saveItemAction, switchedOff);
  expect(await readItem('Mango pancake')).toBeUndefined();
});

test('a price is typed in major units and stored in minor ones, by the digits of the currency', async () => {
  const typed: [string, string, number | null][] = [
    ['VND', '60.000', 60_000],
    ['EUR', '4,50', 450],
    ['KWD', '1.250', 1250],
    ['EUR', '4,5055', null],
    ['VND', 'free', null],
  ];
  // One place stands for several, of which each has another currency.
  await db.sql('alter table public.accom_properties disable trigger accom_properties_refuse_fixed');
  for (const [index, [currency, price, minor]] of typed.entries()) {
    await db.sql('update public.accom_properties set currency = $2 where id = $1', [sunset, currency]);
    const state = await submitAs(owner, saveItemAction, form({ name: `Priced ${index}`, price }));
    const [row] = await db.sql<{ price: number }>(
      'select price from public.accom_service_items where name = $1',
      [`Priced ${index}`],
    );
    expect({ currency, price, stored: row?.price ?? null }).toEqual({ currency, price, stored: minor });
    if (minor === null) {
      expect(state).toMatchObject({ error: 'invalid_request', fields: { price: 'not_an_amount' } });
    }
  }
  await db.sql(`update public.accom_properties set currency = 'VND' where id = $1`, [sunset]);
  await db.sql('alter table public.accom_properties enable trigger accom_properties_refuse_fixed');
});

test('staff marks an item as sold out and available again, and changes nothing else', async () => {
  const item = await addItem('Fresh juice');
  const mark = (soldOut: string, until = '') =>
    submitAs(staff, setSoldOutAction, { place, id: item.id, soldOut, until });
  expect(await mark('yes')).toMatchObject({ ok: true, done: 'sold_out' });
  expect(await readItem('Fresh juice')).toMatchObject({ soldOut: true, soldOutUntil: null });
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await mark('yes', `${tomorrow}T18:30`);
  expect(await readItem('Fresh juice')).toMatchObject({ soldOut: true, soldOutUntil: { time: '18:30' } });
  expect(await mark('yes', '2020-01-01T10:00')).toMatchObject({ reason: 'time_is_not_ahead' });
  await mark('no');
  expect(await readItem('Fresh juice')).toMatchObject({ soldOut: false, soldOutUntil: null });
  const change = form({ id: item.id, version: item.version, price: '1' });
  expect(await submitAs(staff, saveItemAction, change)).toMatchObject({ error: 'forbidden' });
});

test('an owner moves an item, removes it, and undoes that', async () => {
  const item = await addItem('Waffle');
  await submitAs(owner, moveAction, { place, kind: 'items', id: item.id, to: '1' });
  const { services } = await readGuestContent(db, 'en');
  expect(services.categories[0]?.items[0]).toMatchObject({ name: 'Waffle' });
  const removal = { place, id: item.id, version: item.version, category: categoryId };
  // Its place in the list is another one since it was read.
  expect(await submitAs(owner, removeItemAction, removal)).toMatchObject({ reason: 'changed_meanwhile' });
  const [now] = await listItems(owner.client, sunset, { categoryId: null, search: 'Waffle', after: null });
  const removed = await submitAs(owner, removeItemAction, { ...removal, version: now?.version ?? '' });
  expect(await readItem('Waffle')).toBeUndefined();
  const changeId = removed?.ok === true ? (removed.changeId ?? '') : '';
  expect(await submitAs(owner, undoChangeAction, { place, changeId })).toMatchObject({ ok: true });
  expect(await readItem('Waffle')).toMatchObject({ id: item.id });
});

test('of two people who save one item, the second sees both values', async () => {
  const { id, version } = await addItem('Omelette');
  await submitAs(owner, saveItemAction, form({ id, version, name: 'Omelette', price: '70000' }));
  const second = await submitAs(
    owner,
    saveItemAction,
    form({ id, version, name: 'Omelette', price: '80000' }),
  );
  expect(second).toMatchObject({
    error: 'conflict',
    reason: 'changed_meanwhile',
    theirs: { price: '70000' },
  });
});

test('hours come in pairs, and a picture that is gone is refused with its reason', async () => {
  const halfOpen = await submitAs(owner, saveItemAction, form({ from: '07:00' }));
  expect(halfOpen).toMatchObject({ fields: { to: 'hours_need_both' } });
  const image = `/pictures/${sunset}/${crypto.randomUUID()}/1600.webp`;
  expect(await submitAs(owner, saveItemAction, form({ image }))).toMatchObject({ reason: 'picture_is_gone' });
  const elsewhere = await submitAs(owner, saveItemAction, form({ image: 'https://evil.example/a.webp' }));
  expect(elsewhere).toMatchObject({ fields: { image: 'invalid' } });
});

test('another owner and nobody change nothing', async () => {
  const item = await addItem('Granola');
  const { id, version } = item;
  for (const [who, expected] of [
    [otherOwner, 'not_found'],
    [null, 'session_expired'],
  ] as const) {
    const sent = [submitAs(who, saveItemAction, form({ id, version, name: 'Mine' }))];
    expect(await Promise.all(sent)).toMatchObject([{ error: expected }]);
    expect(await submitAs(who, setSoldOutAction, { place, id, soldOut: 'yes' })).toMatchObject({
      error: expected,
    });
    expect(await submitAs(who, moveAction, { place, kind: 'items', id, to: '1' })).toMatchObject({
      error: expected,
    });
  }
  // Through their own place they reach it as little.
  const throughOwn = { ...form({ id, version, name: 'Mine' }), place: 'quiet-house' };
  expect(await submitAs(otherOwner, saveItemAction, throughOwn)).toMatchObject({ error: 'not_found' });
  expect(await readItem('Granola')).toMatchObject({ id, soldOut: false });
});

test('a category is saved with its icon and languages, and guests see it once it has an item', async () => {
  const saved = await submitAs(owner, saveCategoryAction, {
    place,
    id: '',
    version: '',
    name: 'Picnic',
    description: 'For the beach',
    icon: 'gift',
    active: 'on',
    'de.name': 'Picknick',
  });
  expect(saved).toMatchObject({ ok: true });
  const category = (await listCategories(owner.client, sunset)).find(({ name }) => name === 'Picnic');
  await submitAs(owner, saveItemAction, form({ name: 'Basket', category: category?.id ?? '' }));
  const { services } = await readGuestContent(db, 'de');
  expect(services.categories.at(-1)).toMatchObject({
    name: 'Picknick',
    icon: 'gift',
    description: 'For the beach',
  });
});
