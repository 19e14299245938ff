import { ApiError } from '@gudbro/api-kit';
import { expect, test } from 'vitest';
import { readRefusedForm, sendToRefusal, statusOfRefusedForm } from './refused-form';

function follow(error: ApiError, url: string) {
  const answer = sendToRefusal(error, { url });
  expect(answer.status).toBe(303);
  const location = new URL(answer.headers['location'] ?? '', url);
  expect(location.pathname).toBe('/open/refused');
  return readRefusedForm(Object.fromEntries(location.searchParams));
}

test.each([
  ['https://stays.test/stay/BK-GUEST2/enter', '/stay/BK-GUEST2'],
  ['https://stays.test/beach-view/request', '/beach-view'],
  ['https://stays.test/sign-out', '/'],
])('a form refused at %s leads back to its page', (url, path) => {
  const refused = follow(new ApiError('rate_limited', { retryAfterSeconds: 40 }), url);
  expect(refused).toEqual({ reason: 'rate_limited', waitSeconds: 40, path });
  expect(statusOfRefusedForm(refused)).toEqual({ status: 429, headers: { 'Retry-After': '40' } });
});

test.each([
  ['unavailable', 503],
  ['internal', 500],
  ['invalid_request', 400],
  ['too_large', 400],
] as const)('the page after a form was refused as %s has the status of that error', (code, status) => {
  expect(statusOfRefusedForm(follow(new ApiError(code), 'https://stays.test/sign-out')).status).toBe(status);
});

test('the page after a refused form links to pages of this site alone', () => {
  expect(readRefusedForm({ path: '//elsewhere.test', wait: '-1', reason: 'x' })).toEqual({
    reason: 'refused',
    waitSeconds: 60,
    path: '/',
  });
});
