import { expect, test } from 'vitest';
import { type ClientError, isOutcomeUnknown, RequestError } from './request-error';

test.each<[boolean, ClientError]>([
  [true, { error: 'offline' }],
  [true, { error: 'internal' }],
  [true, { error: 'unavailable', retryAfterSeconds: 5 }],
  [false, { error: 'unavailable', retryAfterSeconds: 10, reason: 'photos_are_waiting' }],
  [false, { error: 'stay_ended' }],
])('whether the server may have done what was requested is %s for %j', (expected, body) => {
  expect(isOutcomeUnknown(new RequestError(body))).toBe(expected);
});
