import { expect, test } from 'vitest';
import { verificationMethodFor } from './verification-method.ts';

const settingsOf = (
  browse: boolean,
  order: boolean,
  method: 'last_name' | 'pin' | 'room_number' | 'none',
) => ({
  browse_requires_verification: browse,
  order_requires_verification: order,
  verification_method: method,
});

test.each([
  [
    'returns the method of the property where orders require verification',
    settingsOf(false, true, 'pin'),
    [],
    'pin',
  ],
  [
    'returns the method of the property where browsing requires verification',
    settingsOf(true, false, 'last_name'),
    [],
    'last_name',
  ],
  ['returns none where nothing requires verification', settingsOf(false, false, 'last_name'), [], 'none'],
  [
    'returns last_name for a dorm where nothing requires verification',
    settingsOf(false, false, 'none'),
    ['1', '2'],
    'last_name',
  ],
  [
    'returns last_name for a dorm instead of room_number',
    settingsOf(false, true, 'room_number'),
    ['1'],
    'last_name',
  ],
  ['returns pin for a dorm of a property with PINs', settingsOf(false, true, 'pin'), ['1'], 'pin'],
] as const)('verificationMethodFor %s', (_guarantee, settings, beds, expected) => {
  expect(verificationMethodFor(settings, beds)).toBe(expected);
});
