import { ApiError, statusOfError } from '@gudbro/api-kit';
import { expect, test } from 'vitest';
import { readRefusedForm, redirectToRefusedForm } from './refused-form';

function follow(error: ApiError, url: string) {
  const response = redirectToRefusedForm(error, { url });
  expect(response.status).toBe(303);
  const location = new URL(response.headers['Location'] ?? '', url);
  expect(location.pathname).toBe('/open/refused');
  return readRefusedForm(Object.fromEntries(location.searchParams));
}

test.each([
  ['https://stays.test/stay/BK-GUEST2/enter', '/stay/BK-GUEST2'],
  ['https://stays.test/beach-view/request', '/beach-view'],
  ['https://stays.test/sign-out', '/'],
])('a form refused at %s leads to an error page that links back to %s', (url, path) => {
  const refused = follow(new ApiError('rate_limited', { retryAfterSeconds: 40 }), url);
  expect(refused).toEqual({ error: { error: 'rate_limited', retryAfterSeconds: 40 }, path });
  expect(statusOfError(refused.error)).toEqual({ status: 429, headers: { 'Retry-After': '40' } });
});

test.each([
  ['unavailable', 503],
  ['internal', 500],
  ['invalid_request', 400],
  ['too_large', 400],
] as const)('the page for a form refused with %s has the status %i', (code, status) => {
  const { error } = follow(new ApiError(code), 'https://stays.test/sign-out');
  expect(statusOfError(error).status).toBe(status);
});

test('the page for a refused form ignores invalid values in its address, such as another site', () => {
  expect(readRefusedForm({ path: '//elsewhere.test', retryAfterSeconds: '-1', error: 'x' })).toEqual({
    error: { error: 'invalid_request' },
    path: '/',
  });
  expect(readRefusedForm({ retryAfterSeconds: '-1', error: 'rate_limited' }).error).toEqual({
    error: 'rate_limited',
    retryAfterSeconds: 60,
  });
});
