import { expect, test } from 'vitest';
import { formatChoice, readRequestForm, requestFormSchema } from './request-form.ts';

const offerId = '2f1b8a44-0f0f-4c3a-9d0a-0a8f3a4f9c11';
const form = requestFormSchema.parse({
  choice: offerId,
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
  const choice = formatChoice(offerId, 'top/left');
  expect(readRequestForm({ ...form, choice }, 'en')).toMatchObject({ request: { offerId, bed: 'top/left' } });
});

test.each([
  ['no room', { choice: '' }, ['choice']],
  ['a room id that is no id', { choice: 'x' }, ['choice']],
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
