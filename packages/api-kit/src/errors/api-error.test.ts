import { expect, test } from 'vitest';
import { ApiError } from './api-error.ts';
import { statusOfError } from './status-of-error.ts';

test('an error takes the payload of its own code, and none of another', () => {
  expect(new ApiError('conflict', { reason: 'total_changed', totalMinor: 900 }).body).toEqual({
    error: 'conflict',
    reason: 'total_changed',
    totalMinor: 900,
  });
  // @ts-expect-error: no such reason
  expect(() => new ApiError('conflict', { reason: 'total_chagned' })).toThrow();
  // @ts-expect-error: a conflict has no tries
  expect(new ApiError('conflict', { triesLeft: 1 }).body).toEqual({ error: 'conflict' });
  // @ts-expect-error: which items, has to be said
  expect(() => new ApiError('item_unavailable')).toThrow();
});

test('whoever caught anything reads a payload after narrowing by its code, and not before', () => {
  const thrown: unknown = new ApiError('verification_failed', { triesLeft: 3 });
  if (!(thrown instanceof ApiError)) {
    throw new TypeError('is an ApiError');
  }
  // @ts-expect-error: another error has no tries
  expect(thrown.body.triesLeft).toBe(3);
  expect(thrown.body.error === 'verification_failed' && thrown.body.triesLeft).toBe(3);
});

test('what led to an error is for the log and is not in its body', () => {
  const cause = new Error('Sarah');
  const error = new ApiError('internal', { cause });
  expect([error.cause, error.body]).toEqual([cause, { error: 'internal' }]);
});

test.each([
  ['is the one that was given', new ApiError('rate_limited', { retryAfterSeconds: 42 }), 429, '42'],
  ['of rate_limited is a minute', new ApiError('rate_limited'), 429, '60'],
  ['of unavailable is five seconds', new ApiError('unavailable'), 503, '5'],
  [
    'of a lock is the one that was given',
    new ApiError('verification_failed', { triesLeft: 0, retryAfterSeconds: 900 }),
    401,
    '900',
  ],
  ['of a wrong answer is none', new ApiError('verification_failed', { triesLeft: 1 }), 401, undefined],
  ['of internal is none', new ApiError('internal'), 500, undefined],
] as const)('the wait that a response says %s', (_case, error, status, seconds) => {
  expect(statusOfError(error.body)).toEqual({
    status,
    headers: seconds === undefined ? {} : { 'Retry-After': seconds },
  });
});
