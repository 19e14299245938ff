import { expect, test } from 'vitest';
import { formatChoice, placeOfChoice, readRequestForm, requestFormSchema } from './request-form.ts';

const offerId = '2f1b8a44-0f0f-4c3a-9d0a-0a8f3a4f9c11';
const form = requestFormSchema.parse({
  choice: formatChoice({ offerId, bed: null, totalMinor: 16_000 }),
  checkIn: '2026-12-01',
  checkOut: '2026-12-03',
  guests: '2',
  guestFirstName: ' Thị Hương ',
  guestLastName: 'Nguyễn',
  guestEmail: ' huong@example.com ',
});

test('a form with all its fields is read as a booking request, without spaces at the ends', () => {
  expect(readRequestForm(form, 'vi')).toEqual({
    ok: true,
    request: {
      offerId,
      checkIn: '2026-12-01',
      checkOut: '2026-12-03',
      guestName: 'Nguyễn Thị Hương',
      guestLastName: 'Nguyễn',
      guestEmail: 'huong@example.com',
      guestCount: 2,
      expectedTotalMinor: 16_000,
    },
  });
});

test.each([
  ['en', 'Thị Hương Nguyễn'],
  ['de', 'Thị Hương Nguyễn'],
  ['vi', 'Nguyễn Thị Hương'],
  ['ja', 'Nguyễn Thị Hương'],
  ['zh', 'Nguyễn Thị Hương'],
])('the full name is put together as it is written in %s', (locale, guestName) => {
  expect(readRequestForm(form, locale)).toMatchObject({ request: { guestName, guestLastName: 'Nguyễn' } });
});

test('the choice of a bed is read as its room and its name, even if the name has a slash', () => {
  const choice = formatChoice({ offerId, bed: 'top/left=1', totalMinor: 2400 });
  expect(readRequestForm({ ...form, choice }, 'en')).toMatchObject({
    request: { offerId, bed: 'top/left=1', expectedTotalMinor: 2400 },
  });
});

test('a choice without a price says that none was shown', () => {
  const choice = formatChoice({ offerId, bed: null, totalMinor: null });
  expect(readRequestForm({ ...form, choice }, 'en')).toMatchObject({ request: { expectedTotalMinor: null } });
});

test('a choice is the same room and bed after its price changed', () => {
  const at = (totalMinor: number | null) => placeOfChoice(formatChoice({ offerId, bed: 'a=1', totalMinor }));
  expect(at(100)).toBe(at(200));
  expect(at(100)).toBe(at(null));
});

test.each([
  ['no room', { choice: '' }, ['choice']],
  ['a room id that is no id', { choice: 'x' }, ['choice']],
  ['a price beyond all numbers', { choice: `${offerId}=${'9'.repeat(30)}` }, ['choice']],
  ['no name', { guestFirstName: '  ', guestLastName: '' }, ['guestFirstName', 'guestLastName']],
  ['an email address without an @', { guestEmail: 'huong' }, ['guestEmail']],
  ['a phone number that is too long', { guestPhone: '1'.repeat(41) }, ['guestPhone']],
  ['a check-in that is no date', { checkIn: 'tomorrow' }, []],
] as const)('a form with %s is refused with the names of the fields to correct', (_case, changes, fields) => {
  expect(readRequestForm({ ...form, ...changes }, 'en')).toEqual({ ok: false, fields });
});

test('a form with an unknown field is refused', () => {
  expect(requestFormSchema.safeParse({ ...form, status: 'confirmed' }).success).toBe(false);
});
