import { expect, test } from 'vitest';
import { formatTypedMoney } from './format-typed-money.ts';

test.each([
  ['5500000', 'VND', 'vi', '5.500.000 ₫'],
  ['5500000', 'VND', 'en', '₫5,500,000'],
  ['1.200', 'EUR', 'en', '€1,200.00'],
  ['12,5', 'EUR', 'en', '€12.50'],
  ['', 'EUR', 'en', undefined],
  ['0', 'EUR', 'en', undefined],
  ['12 euros', 'EUR', 'en', undefined],
])('%j typed as %s reads as the amount in %s', (text, currency, locale, shown) => {
  expect(formatTypedMoney(text, currency, locale)?.replaceAll('\u00a0', ' ')).toBe(shown);
});
