import { expect, test } from 'vitest';
import { containsText } from './contains-text.ts';

test.each([
  ['Lịch', 'lich', true],
  ['Đơn', 'don', true],
  ['Đơn', 'Đơn', true],
  ['Phòng trống', ' trong ', true],
  ['Calendar', 'CAL', true],
  ['Calendar', '', true],
  ['Calendar', 'order', false],
])('%j with %j in it: %j', (name, text, expected) => {
  expect(containsText(name, text)).toBe(expected);
});
