import { expect, test } from 'vitest';
import { readRoomLabel } from './room-label';

test.each([
  [' BVA-203 ', 'BVA-203'],
  ['bva-2a', 'bva-2a'],
  ['SUN-Bungalow by the pond', 'SUN-Bungalow by the pond'],
  // This may be a booking code without its prefix, too: the label is tried first, then the code.
  ['BVA-234', 'BVA-234'],
  ['WAKE-UP23', null],
  ['wake-up23', null],
  ['BK-GUEST2', null],
  ['RM-SUNSET20', null],
  ['B-203', null],
  ['HOUSES-203', null],
  ['BVA-', null],
  ['BVA203', null],
  ['', null],
])('the text %j is read as the room label %j', (text, label) => {
  expect(readRoomLabel(text)).toBe(label);
});
