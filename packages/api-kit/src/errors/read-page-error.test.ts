import { expect, onTestFinished, test, vi } from 'vitest';
import { runWithRequest } from '../server/current-request.ts';
import { ApiError } from './api-error.ts';
import { readPageError } from './read-page-error.ts';

/** What the page is told, and what went into the log. */
async function read(thrown: unknown) {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  onTestFinished(() => write.mockRestore());
  const request = { requestId: 'request-1', socketAddress: '127.0.0.1', nonce: '', pageResponse: {} };
  const error = runWithRequest(request, () => readPageError(thrown, '/[slug]', ['not_found']));
  await new Promise((resolve) => setImmediate(resolve));
  return { error, log: write.mock.calls.join('') };
}

test.each([
  ['one that every page has words for', new ApiError('rate_limited', { retryAfterSeconds: 9 })],
  ['one that this page has words for', new ApiError('not_found')],
])('an error of the caller is shown as it is and not logged: %s', async (_case, thrown) => {
  expect(await read(thrown)).toEqual({ error: thrown.body, log: '' });
});

test('a database that is away is shown as that, and logged', async () => {
  const { error, log } = await read(new ApiError('unavailable', { cause: { code: '57P01' } }));
  expect(error).toEqual({ error: 'unavailable', retryAfterSeconds: 5 });
  expect(JSON.parse(log)).toMatchObject({ kind: 'fault', route: '/[slug]', fault: 'code 57P01' });
});

test.each([
  ['an error that this page has no words for', new ApiError('stay_ended'), 'code stay_ended'],
  ['what we did not foresee', new TypeError('Sarah'), 'TypeError'],
])('%s is internal, and logged without its message', async (_case, thrown, fault) => {
  const { error, log } = await read(thrown);
  expect(error).toEqual({ error: 'internal' });
  expect(JSON.parse(log)).toMatchObject({ kind: 'fault', requestId: 'request-1', fault });
  expect(log).not.toContain('Sarah');
});
