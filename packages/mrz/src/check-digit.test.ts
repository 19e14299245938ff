import { expect, test } from 'vitest';
import { blindTwins, computeCheckDigit } from './check-digit.ts';

test.each([
  ['520727', 3],
  ['AB2134<<<', 5],
  ['L898902C3', 6],
  ['ZE184226B<<<<<', 1],
  ['', 0],
])('the digit of %j is %i', (text, digit) => {
  expect(computeCheckDigit(text)).toBe(digit);
});

test.each([
  ['6', 'GQ'],
  ['8', 'IS'],
  ['1', 'BLV'],
  ['0', 'AKU<'],
  ['<', '0AKU'],
  ['O', '4EY'],
  ['Z', '5FP'],
  ['?', ''],
  ['', ''],
])('the check digit takes %j for any of %j', (character, twins) => {
  expect(blindTwins(character).join('')).toBe(twins);
});

test('no weight tells twins apart, and each tells all others', () => {
  const characters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<'];
  for (const one of characters) {
    for (const other of characters) {
      for (const before of ['', '<', '<<']) {
        const isEqual = computeCheckDigit(before + one) === computeCheckDigit(before + other);
        expect(isEqual).toBe(one === other || blindTwins(one).includes(other));
      }
    }
  }
});
