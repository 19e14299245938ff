import { expect, test } from 'vitest';
import { readPin } from './pin.ts';

test.each([
  ['428193', '428193'],
  [' 428 193\n', '428193'],
  ['428-193', '428193'],
  ['４２８１９３', '428193'],
  ['042819', '042819'],
  ['42819', null],
  ['4281930', null],
  ['12', null],
  ['', null],
  ['42819O', null],
])('the PIN %j is read as %j', (typed, pin) => {
  expect(readPin(typed)).toBe(pin);
});
