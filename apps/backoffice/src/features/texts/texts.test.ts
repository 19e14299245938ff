import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { readGuestContent } from '@/testing/read-guest-content';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { saveTextsAction } from './actions.ts';
import { toTextValues } from './form-values.ts';
import { findTexts } from './queries.ts';

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

async function readForm(changes: Record<string, string> = {}): Promise<Record<string, string>> {
  const texts = await findTexts(owner.client, sunset);
  if (texts === null) throw new Error('the demo has this place');
  const { 'vi.name': _name, 'de.name': _german, ...values } = toTextValues(texts) as Record<string, string>;
  const own = Object.entries(values).filter(([name]) => !/^[a-z]{2}\.(name|.*[A-Z]?)$/.test(name));
  return { place: 'sunset-hotel', ...Object.fromEntries(own), ...changes };
}

test('each text that an owner saves is what a guest reads, in the guest’s language where it is there', async () => {
  const changes = {
    description: 'A house by the river.',
    address: '1 River Road',
    houseRules: 'No shoes inside\n\n Quiet after ten ',
    amenities: 'A roof terrace',
    // As a browser sends the lines of a text.
    images: '/demo/beach-view.svg\r\n/demo/sunset-hotel.svg',
    'vi.houseRules': 'Không mang giày\r\nYên lặng sau mười giờ',
    'vi.description': 'Ngôi nhà bên sông.',
  };
  expect(await submitAs(owner, saveTextsAction, await readForm(changes))).toMatchObject({ ok: true });
  expect((await readGuestContent(db, 'en')).property).toMatchObject({
    description: 'A house by the river.',
    address: '1 River Road',
    houseRules: ['No shoes inside', 'Quiet after ten'],
    amenities: ['A roof terrace'],
    images: ['/demo/beach-view.svg', '/demo/sunset-hotel.svg'],
  });
  expect((await readGuestContent(db, 'vi')).property).toMatchObject({
    description: 'Ngôi nhà bên sông.',
    houseRules: ['Không mang giày', 'Yên lặng sau mười giờ'],
  });
});

test('a translation of the name, which this form does not have, stays', async () => {
  const before = await findTexts(owner.client, sunset);
  await submitAs(owner, saveTextsAction, await readForm({ 'ja.address': '川沿い一番' }));
  const after = await findTexts(owner.client, sunset);
  expect(after?.translations).toMatchObject({ ja: { address: '川沿い一番' } });
  expect(Object.keys(Object(after?.translations))).toEqual(
    expect.arrayContaining(Object.keys(Object(before?.translations))),
  );
});

test('of two people who save the texts, the second sees both values', async () => {
  const read = await readForm();
  await submitAs(owner, saveTextsAction, { ...read, description: 'One' });
  const second = await submitAs(owner, saveTextsAction, { ...read, description: 'Two' });
  expect(second).toMatchObject({ reason: 'changed_meanwhile', theirs: { description: 'One' } });
});

test('staff, another owner and nobody change no text, and too much is refused', async () => {
  const staff = await signUpAccount(db, 'staff@example.com');
  const other = await signUpAccount(db, 'other@example.com');
  const form = await readForm({ description: 'Mine' });
  for (const [who, error] of [
    [staff, 'forbidden'],
    [other, 'not_found'],
    [null, 'session_expired'],
  ] as const) {
    expect(await submitAs(who, saveTextsAction, form)).toMatchObject({ error });
  }
  const images = Array.from({ length: 21 }, (_, index) => `/demo/a${index}.svg`).join('\n');
  expect(await submitAs(owner, saveTextsAction, await readForm({ images }))).toMatchObject({
    fields: { images: 'too_many' },
  });
});
