import { expect, test } from 'vitest';
import { verificationMethodFor } from './verification-method.ts';

const asks = (browse: boolean, order: boolean, method: 'last_name' | 'pin' | 'room_number' | 'none') => ({
  browse_requires_verification: browse,
  order_requires_verification: order,
  verification_method: method,
});

test.each([
  ['asks what the property set when orders need proof', asks(false, true, 'pin'), [], 'pin'],
  ['asks what the property set when reading needs proof', asks(true, false, 'last_name'), [], 'last_name'],
  ['asks nothing when nothing needs proof', asks(false, false, 'last_name'), [], 'none'],
  ['asks for a name in a dorm when nothing needs proof', asks(false, false, 'none'), ['1', '2'], 'last_name'],
  [
    'asks for a name in a dorm instead of the room number',
    asks(false, true, 'room_number'),
    ['1'],
    'last_name',
  ],
  ['asks for the PIN in a dorm', asks(false, true, 'pin'), ['1'], 'pin'],
] as const)('verificationMethodFor %s', (_guarantee, settings, beds, expected) => {
  expect(verificationMethodFor(settings, beds)).toBe(expected);
});
