import { expect, test } from 'vitest';
import { formatMoney } from './format-money.ts';

test.each([
  [60_000, 'VND', 'en', '₫60,000'],
  [60_000, 'VND', 'vi', '60.000 ₫'],
  [1250, 'EUR', 'de', '12,50 €'],
  [1250, 'USD', 'en', '$12.50'],
  [5, 'EUR', 'en', '€0.05'],
  [1200, 'JPY', 'ja', '￥1,200'],
] as const)('formatMoney formats %i minor units of %s in %s as %s', (amount, currency, locale, expected) => {
  // Some formats have a no-break space between number and sign.
  expect(formatMoney(amount, currency, locale).replace(/\s/g, ' ')).toBe(expected);
});
