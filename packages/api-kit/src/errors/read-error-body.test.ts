import fc from 'fast-check';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { ApiError } from './api-error.ts';
import { isErrorCode } from './error-codes.ts';
import { formatError } from './format-error.ts';
import { readErrorBody } from './read-error-body.ts';

test('readErrorBody reads an error that the server sent, with its payload', () => {
  const error = new ApiError('rate_limited', { retryAfterSeconds: 42, locked: true });
  const { content } = formatError(error, 'request-1');
  expect(readErrorBody(JSON.parse(String(content)))).toMatchObject(error.body);
});

test.each([
  ['an error of a code that only a newer server has', { error: 'teapot', requestId: 'r' }],
  ['an error whose code is a property of every object', { error: 'constructor', requestId: 'r' }],
  ['a response without a request id, as from a proxy', { error: 'rate_limited' }],
])('readErrorBody reads %s as internal', (_case, json) => {
  expect(readErrorBody(json)).toEqual({ error: 'internal' });
});

test('readErrorBody returns an error of the table for any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(isErrorCode(readErrorBody(json).error)).toBe(true);
    }),
  );
});

test('the entry read-error-body brings no zod and nothing of Node into the browser', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: new URL('./read-error-body.ts', import.meta.url).pathname, formats: ['es'] },
      rollupOptions: { external: /^node:/ },
    },
  });
  const [bundle] = [built].flat();
  const [chunk] = bundle !== undefined && 'output' in bundle ? bundle.output : [];
  expect(chunk?.code).not.toMatch(/zod|node:/i);
  expect(chunk?.code.length).toBeLessThan(2_500);
});
