import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { removeRoomTypeAction, removeSeasonAction, saveRoomTypeAction, saveSeasonAction } from './actions.ts';
import { getRoomType, listRoomTypes, listSeasons, previewRoomType, tryPrice } from './queries.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

let db: TestDatabase;
let owner: SignedInAccount;
let staff: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;

const place = 'sunset-hotel';
const type = {
  place,
  id: '',
  version: '',
  name: 'Attic',
  description: 'Under the roof.',
  capacity: '3',
  price: '1.200.000',
  weekendPrice: '1 500 000',
  minimumNights: '2',
  images: '/demo/beach-view.svg',
  active: 'on',
  weekend5: 'on',
  weekend6: 'on',
  'vi.name': 'Gác mái',
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

async function addType(name: string) {
  expect(await submitAs(owner, saveRoomTypeAction, { ...type, name })).toMatchObject({ ok: true });
  const found = (await listRoomTypes(owner.client, sunset, null)).find((one) => one.name === name);
  if (found === undefined) throw new Error('the type was saved');
  return found;
}

const season = (typeId: string, changes: Record<string, string> = {}) => ({
  place,
  id: '',
  version: '',
  type: typeId,
  name: 'Fair',
  firstNight: '2027-07-01',
  lastNight: '2027-07-10',
  price: '2000000',
  weekendPrice: '',
  minimumNights: '',
  ...changes,
});

test('a type is saved with its prices in minor units, its weekend and its translation', async () => {
  const made = await addType('Attic');
  expect(made).toMatchObject({
    price: 1_200_000,
    weekendPrice: 1_500_000,
    weekendNights: [5, 6],
    minimumNights: 2,
    images: ['/demo/beach-view.svg'],
    translations: { vi: { name: 'Gác mái' } },
  });
  expect(await previewRoomType(owner.client, made.id, 'vi')).toMatchObject({
    roomType: 'Gác mái',
    fromMinor: 1_200_000,
    images: ['/demo/beach-view.svg'],
  });
});

test.each([
  ['no name', { name: ' ' }, { name: 'required' }],
  ['a price that is none', { price: 'cheap' }, { price: 'not_an_amount' }],
  ['a price of nothing', { price: '0' }, { price: 'too_small' }],
  ['a weekend price alone', { price: '' }, { price: 'required' }],
  ['a stay of no night', { minimumNights: '0' }, { minimumNights: 'too_small' }],
])('a type with %s is refused beside its field', async (_case, changes, fields) => {
  expect(await submitAs(owner, saveRoomTypeAction, { ...type, ...changes })).toMatchObject({
    error: 'invalid_request',
    fields,
  });
});

test('a type whose weekend has no night is refused', async () => {
  const { weekend5: _five, weekend6: _six, ...without } = type;
  expect(await submitAs(owner, saveRoomTypeAction, without)).toMatchObject({
    fields: { weekend5: 'weekend_is_some_nights' },
  });
});

test('a season changes what its nights cost, and a second one on the same nights is refused with the reason', async () => {
  const made = await addType('Season type');
  expect(await submitAs(owner, saveSeasonAction, season(made.id))).toMatchObject({ ok: true });
  expect(await listSeasons(owner.client, sunset, made.id)).toMatchObject([
    { name: 'Fair', price: 2_000_000 },
  ]);
  const price = await tryPrice(owner.client, made.id, '2027-06-30', '2027-07-02');
  expect(price).toMatchObject({ totalMinor: 3_200_000, minimumNights: 2 });
  const second = season(made.id, { firstNight: '2027-07-10', lastNight: '2027-07-12' });
  expect(await submitAs(owner, saveSeasonAction, second)).toMatchObject({ reason: 'seasons_overlap' });
  const backwards = season(made.id, { firstNight: '2027-08-10', lastNight: '2027-08-01' });
  expect(await submitAs(owner, saveSeasonAction, backwards)).toMatchObject({
    fields: { lastNight: 'ends_before_it_begins' },
  });
});

test('a season is removed by who has read it as it is now', async () => {
  const made = await addType('Season to remove');
  await submitAs(owner, saveSeasonAction, season(made.id));
  const [read] = await listSeasons(owner.client, sunset, made.id);
  const { id = '', version = '' } = read ?? {};
  await submitAs(owner, saveSeasonAction, season(made.id, { id, version, name: 'Longer fair' }));
  const removal = { place, id, version, type: made.id };
  expect(await submitAs(owner, removeSeasonAction, removal)).toMatchObject({ reason: 'changed_meanwhile' });
  const [now] = await listSeasons(owner.client, sunset, made.id);
  expect(
    await submitAs(owner, removeSeasonAction, { ...removal, version: now?.version ?? '' }),
  ).toMatchObject({
    ok: true,
  });
  expect(await listSeasons(owner.client, sunset, made.id)).toEqual([]);
});

test('of two people who save one type, the second sees what the first wrote', async () => {
  const made = await addType('Shared');
  const form = { ...type, name: 'Shared', id: made.id, version: made.version };
  await submitAs(owner, saveRoomTypeAction, { ...form, price: '1.300.000' });
  expect(await submitAs(owner, saveRoomTypeAction, { ...form, price: '1.400.000' })).toMatchObject({
    reason: 'changed_meanwhile',
    theirs: { price: '1300000', name: 'Shared', 'vi.name': 'Gác mái' },
  });
});

test('a type with rooms is not removed', async () => {
  const [river] = await listRoomTypes(owner.client, sunset, null);
  const { id = '', version = '' } = river ?? {};
  expect(await submitAs(owner, removeRoomTypeAction, { place, id, version })).toMatchObject({
    error: 'conflict',
    reason: 'type_has_rooms',
  });
});

test('staff read types and change none; another owner and nobody do not find them', async () => {
  const made = await addType('Guarded');
  const change = { ...type, id: made.id, version: made.version, name: 'Mine now' };
  expect(await getRoomType(staff.client, sunset, made.id)).toMatchObject({ name: 'Guarded' });
  for (const [person, error] of [
    [staff, 'forbidden'],
    [otherOwner, 'not_found'],
    [null, 'session_expired'],
  ] as const) {
    expect(await submitAs(person, saveRoomTypeAction, change)).toMatchObject({ error });
    expect(await submitAs(person, saveSeasonAction, season(made.id))).toMatchObject({ error });
  }
  const theirs = await submitAs(otherOwner, saveRoomTypeAction, { ...change, place: 'quiet-house' });
  expect(theirs).toMatchObject({ error: 'not_found' });
  await expect(tryPrice(otherOwner.client, made.id, '2027-01-01', '2027-01-02')).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await getRoomType(owner.client, sunset, made.id)).toMatchObject({ name: 'Guarded' });
});
