import type { ErrorBody } from '@gudbro/api-kit/read-error-body';
import { expect, test } from 'vitest';
import { formatProofError } from './format-proof-error';

const texts = {
  wrong: () => 'wrong',
  wrongWithTries: (tries: number) => `wrong, ${tries} left`,
  locked: (wait: string) => `locked for ${wait}`,
  tooFast: (wait: string) => `too fast, wait ${wait}`,
  incomplete: () => 'incomplete',
  unavailable: () => 'unavailable',
};

test.each<[ErrorBody, string]>([
  [{ error: 'verification_failed' }, 'wrong'],
  [{ error: 'verification_failed', triesLeft: 2 }, 'wrong, 2 left'],
  [{ error: 'verification_failed', triesLeft: 0, retryAfterSeconds: 900 }, 'locked for 15 minutes'],
  [{ error: 'rate_limited', retryAfterSeconds: 900, locked: true }, 'locked for 15 minutes'],
  [{ error: 'rate_limited', retryAfterSeconds: 40, locked: false }, 'too fast, wait 40 seconds'],
  [{ error: 'rate_limited', retryAfterSeconds: 40 }, 'too fast, wait 40 seconds'],
  [{ error: 'invalid_request' }, 'incomplete'],
  [{ error: 'invalid_code' }, 'incomplete'],
  [{ error: 'unavailable', retryAfterSeconds: 5 }, 'unavailable'],
  [{ error: 'internal' }, 'unavailable'],
])('the verification error %j is formatted as: %s', (error, text) => {
  expect(formatProofError(error, texts, 'en')).toBe(text);
});
