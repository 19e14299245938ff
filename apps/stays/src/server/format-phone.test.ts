import { expect, test } from 'vitest';
import { formatPhone } from './format-phone';

test.each([
  ['+84905550118', '+84 905 550 118'],
  ['+14155550123', '+1 415 555 0123'],
  ['+84 236 555 0118', '+84 236 555 0118'],
  ['0905 550 118', '0905 550 118'],
  ['113', '113'],
  ['+999', '+999'],
])('the number %s is shown as %s', (phone, shown) => {
  expect(formatPhone(phone)).toBe(shown);
});
