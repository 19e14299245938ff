import { expect, test } from 'vitest';
import { ApiError } from './api-error.ts';
import { statusOfError } from './status-of-error.ts';

test('an ApiError takes the payload of its own code only', () => {
  expect(new ApiError('conflict', { reason: 'total_changed', totalMinor: 900 }).body).toEqual({
    error: 'conflict',
    reason: 'total_changed',
    totalMinor: 900,
  });
  // @ts-expect-error: no such reason
  expect(() => new ApiError('conflict', { reason: 'total_chagned' })).toThrow();
  // @ts-expect-error: a conflict has no `triesLeft`
  expect(new ApiError('conflict', { triesLeft: 1 }).body).toEqual({ error: 'conflict' });
  // @ts-expect-error: `items` is required
  expect(() => new ApiError('item_unavailable')).toThrow();
});

test('the payload of a caught ApiError can be read only after narrowing by its code', () => {
  const thrown: unknown = new ApiError('verification_failed', { triesLeft: 3 });
  if (!(thrown instanceof ApiError)) {
    throw new TypeError('is an ApiError');
  }
  // @ts-expect-error: other errors have no `triesLeft`
  expect(thrown.body.triesLeft).toBe(3);
  expect(thrown.body.error === 'verification_failed' && thrown.body.triesLeft).toBe(3);
});

test('the cause of an ApiError is not in its body', () => {
  const cause = new Error('Sarah');
  const error = new ApiError('internal', { cause });
  expect([error.cause, error.body]).toEqual([cause, { error: 'internal' }]);
});

test.each([
  ['of rate_limited is the given one', new ApiError('rate_limited', { retryAfterSeconds: 42 }), 429, '42'],
  ['of rate_limited is a minute by default', new ApiError('rate_limited'), 429, '60'],
  ['of unavailable is five seconds by default', new ApiError('unavailable'), 503, '5'],
  [
    'of a lock is the given one',
    new ApiError('verification_failed', { triesLeft: 0, retryAfterSeconds: 900 }),
    401,
    '900',
  ],
  ['of a wrong answer is absent', new ApiError('verification_failed', { triesLeft: 1 }), 401, undefined],
  ['of internal is absent', new ApiError('internal'), 500, undefined],
] as const)('the Retry-After of an error response %s', (_case, error, status, seconds) => {
  expect(statusOfError(error.body)).toEqual({
    status,
    headers: seconds === undefined ? {} : { 'Retry-After': seconds },
  });
});
