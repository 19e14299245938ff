import { expect, test } from 'vitest';
import { readStayAddress } from './read-stay-address';

test.each([
  ['booking', 'BK-GUEST2', 'here', 'BK-GUEST2'],
  ['booking', 'bk-guest2', 'elsewhere', 'BK-GUEST2'],
  ['booking', 'guest2', 'elsewhere', 'BK-GUEST2'],
  ['booking', 'RM-SUNSET22', 'elsewhere', 'RM-SUNSET22'],
  ['booking', 'WAKE-UP23', 'elsewhere', 'WAKE-UP23'],
  ['booking', 'SUNSET22', 'elsewhere', 'SUNS-ET22'],
  ['access', 'WAKE-UP23', 'here', 'WAKE-UP23'],
  ['access', 'wakeup23', 'elsewhere', 'WAKE-UP23'],
  ['access', 'RM-SUNSET22', 'elsewhere', 'RM-SUNSET22'],
  ['access', 'BK-GUEST2', 'elsewhere', 'BK-GUEST2'],
] as const)(
  'on the page for a %s code, the address %s belongs %s, to the code %s',
  (kind, input, match, code) => {
    expect(readStayAddress(encodeURIComponent(input), kind)).toMatchObject({ match, code: { code } });
  },
);

test.each([
  ['BK-GUEST0', 'never_contains'],
  ['BK-GUE', 'too_short'],
  ['room', 'never_contains'],
  ['%E0%A4%A', 'invalid_character'],
])('the address %s is malformed: %s', (input, reason) => {
  expect(readStayAddress(input, 'booking')).toMatchObject({ match: 'malformed', refusal: { reason } });
});
