import { expect, test } from 'vitest';
import { formatChoice, readRequestForm, requestFormSchema } from './request-form.ts';

const offerId = '2f1b8a44-0f0f-4c3a-9d0a-0a8f3a4f9c11';
const form = requestFormSchema.parse({
  choice: offerId,
  checkIn: '2026-12-01',
  checkOut: '2026-12-03',
  guests: '2',
  guestName: ' Nguyễn Thị Hương ',
  guestLastName: 'Nguyễn',
  guestEmail: ' huong@example.com ',
});

test('a filled form is a request', () => {
  expect(readRequestForm(form)).toEqual({
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

test('a bed is chosen with its room, whatever its name', () => {
  const choice = formatChoice(offerId, 'top/left');
  expect(readRequestForm({ ...form, choice })).toMatchObject({ request: { offerId, bed: 'top/left' } });
});

test.each([
  ['no room', { choice: '' }, ['choice']],
  ['a room that is none', { choice: 'x' }, ['choice']],
  ['no name', { guestName: '  ', guestLastName: '' }, ['guestName', 'guestLastName']],
  ['an address without an at', { guestEmail: 'huong' }, ['guestEmail']],
  ['an endless phone number', { guestPhone: '1'.repeat(41) }, ['guestPhone']],
  ['dates that are none', { checkIn: 'tomorrow' }, []],
] as const)('%s is said by its field', (_case, changes, fields) => {
  expect(readRequestForm({ ...form, ...changes })).toEqual({ ok: false, fields });
});

test('a field nobody asked for is refused', () => {
  expect(requestFormSchema.safeParse({ ...form, status: 'confirmed' }).success).toBe(false);
});
