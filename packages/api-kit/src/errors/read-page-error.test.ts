import { expect, onTestFinished, test, vi } from 'vitest';
import { runWithRequest } from '../server/current-request.ts';
import { ApiError } from './api-error.ts';
import { readPageError } from './read-page-error.ts';

/** What the page shows, and what went into the log. */
async function read(thrown: unknown) {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  onTestFinished(() => write.mockRestore());
  const request = { requestId: 'request-1', socketAddress: '127.0.0.1', nonce: '', pageResponse: {} };
  const error = runWithRequest(request, () => readPageError(thrown, '/[slug]', ['not_found']));
  await new Promise((resolve) => setImmediate(resolve));
  return { error, log: write.mock.calls.join('') };
}

test.each([
  ['one that every page has a text for', new ApiError('rate_limited', { retryAfterSeconds: 9 })],
  ['one that this page has a text for', new ApiError('not_found')],
])('a page shows an error of the caller unchanged and does not log it: %s', async (_case, thrown) => {
  expect(await read(thrown)).toEqual({ error: thrown.body, log: '' });
});

test('a page shows an unreachable database as unavailable and logs it', async () => {
  const { error, log } = await read(new ApiError('unavailable', { cause: { code: '57P01' } }));
  expect(error).toEqual({ error: 'unavailable', retryAfterSeconds: 5 });
  expect(JSON.parse(log)).toMatchObject({ kind: 'fault', route: '/[slug]', fault: 'code 57P01' });
});

test.each([
  ['an error that it has no text for', new ApiError('stay_ended'), 'code stay_ended'],
  ['an unexpected error', new TypeError('Sarah'), 'TypeError'],
])('a page shows %s as internal and logs it without its message', async (_case, thrown, fault) => {
  const { error, log } = await read(thrown);
  expect(error).toEqual({ error: 'internal' });
  expect(JSON.parse(log)).toMatchObject({ kind: 'fault', requestId: 'request-1', fault });
  expect(log).not.toContain('Sarah');
});
