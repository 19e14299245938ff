import { expect, it } from 'vitest';
import { parseMailAddress } from './mail-address.ts';

it.each([
  ['desk@example.com', '', 'desk@example.com'],
  ['  desk@example.com ', '', 'desk@example.com'],
  ['GudBro Stays <desk@example.com>', 'GudBro Stays', 'desk@example.com'],
  ['"Nhà, Đèn" <desk@example.com>', 'Nhà, Đèn', 'desk@example.com'],
  ['<desk@example.com>', '', 'desk@example.com'],
])('reads %j', (text, name, address) => {
  expect(parseMailAddress(text)).toEqual({ name, address });
});

it.each([
  '',
  'desk',
  'desk@',
  'a@b@c',
  'Desk <desk@example.com> more',
  'a@example.com, b@example.com',
  'A\r\nB <a@example.com>',
])('refuses %j', (text) => {
  expect(parseMailAddress(text)).toBeNull();
});
