import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAmount, parseMoney } from './parse-money.ts';

test.each([
  ['12,50', 'EUR', 1250],
  ['12.5', 'EUR', 1250],
  ['12', 'EUR', 1200],
  ['1.200', 'EUR', 120_000],
  ['1,200.50', 'EUR', 120_050],
  ['1.200,5', 'EUR', 120_050],
  ['1 200 000', 'VND', 1_200_000],
  ['1.200.000', 'VND', 1_200_000],
  ['60000', 'VND', 60_000],
  ['1.250', 'KWD', 1250],
  ['0', 'USD', 0],
  ['', 'EUR', null],
  ['-5', 'EUR', null],
  ['12,345', 'VND', 12_345],
  ['12,34', 'VND', null],
  ['1.2.3', 'EUR', null],
  ['1,20,000', 'EUR', null],
  ['1.200.50', 'EUR', null],
  ['five', 'EUR', null],
  ['9999999999999999', 'EUR', null],
])('%j in %s is %j', (text, currency, amount) => {
  expect(parseMoney(text, currency)).toBe(amount);
});

test('an amount in a field is read as the amount it was', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), fc.constantFrom('VND', 'EUR', 'KWD', 'JPY'), (amount, currency) => {
      expect(parseMoney(formatAmount(amount, currency), currency)).toBe(amount);
    }),
  );
});
