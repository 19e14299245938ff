import fc from 'fast-check';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { ApiError } from './api-error.ts';
import { isErrorCode } from './error-table.ts';
import { formatError } from './format-error.ts';
import { readErrorBody } from './read-error-body.ts';

test('the browser reads what the server sent, payload included', () => {
  const error = new ApiError('rate_limited', { retryAfterSeconds: 42, locked: true });
  const { text } = formatError(error, 'request-1');
  expect(readErrorBody(JSON.parse(text ?? ''))).toMatchObject(error.body);
});

test.each([
  ['a code that a newer server knows', { error: 'teapot', requestId: 'r' }],
  ['a name that every object has', { error: 'constructor', requestId: 'r' }],
  ['the page of a proxy', { error: 'rate_limited' }],
])('%s is an internal error', (_case, json) => {
  expect(readErrorBody(json)).toEqual({ error: 'internal' });
});

test('whatever JSON comes, the browser gets an error it knows', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(isErrorCode(readErrorBody(json).error)).toBe(true);
    }),
  );
});

test('the reader is all that a browser loads for it: no schemas, nothing of Node', async () => {
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
  expect(chunk?.code.length).toBeLessThan(2_000);
});
