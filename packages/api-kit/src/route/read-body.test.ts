import { expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { ApiError } from '../errors/api-error.ts';
import { call, makeKit, takesName } from './make-test-kit.ts';

const photos = { field: 'photos', max: 2, maxBytes: 1000 };
const picture = (size: number) => new File([new Uint8Array(size)], 'a.jpg', { type: 'image/jpeg' });

test.each([
  ['as many files as it may have', [picture(10), picture(10)], 200, null],
  ['one file too many', [picture(1), picture(1), picture(1)], 400, 'invalid_request'],
  ['a file that is too large', [picture(1001)], 413, 'too_large'],
  ['more bytes than all its parts may have', [picture(80_000)], 413, 'too_large'],
])('a route that takes files responds rightly to a form with %s', async (_case, files, status, error) => {
  const { defineRoute } = makeKit();
  const handler = defineRoute(
    { ...takesName, files: photos, output: z.object({ sizes: z.array(z.number()) }) },
    async (context) => ({ body: { sizes: context.files.map((file) => file.size) } }),
  );
  const body = new FormData();
  body.set('name', 'x');
  for (const file of files) {
    body.append('photos', file);
  }
  // As bytes, as a server gets it.
  const encoded = new Response(body);
  const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
  const response = await call(handler, { method: 'POST', headers, body: await encoded.arrayBuffer() });
  expect(response.status).toBe(status);
  const result = await response.json();
  expect(result.error ?? null).toBe(error);
  if (status === 200) {
    expect(result.sizes).toEqual([10, 10]);
  }
});

test('a route that takes no files refuses a multipart form with 415', async () => {
  const { defineRoute } = makeKit();
  const handler = defineRoute(takesName, async ({ body }) => ({ body }));
  const body = new FormData();
  body.set('name', 'x');
  expect((await call(handler, { method: 'POST', body })).status).toBe(415);
});

test('a route with `form` reads a plain form by its schema and its size limit', async () => {
  const { defineRoute } = makeKit();
  const handler = defineRoute({ ...takesName, form: true }, async ({ body }) => ({ body }));
  const post = (body: string) =>
    call(handler, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });
  expect(await (await post('name=O%27Brien+%C3%A9')).json()).toEqual({ name: "O'Brien é" });
  expect((await post('name=x&admin=1')).status).toBe(400);
  expect((await post(`name=${'x'.repeat(65_536)}`)).status).toBe(413);
});

const boundary = 'x'.repeat(40);
const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` };
const partOf = (name: string, value = '') =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

/** Counts the forms that Node's own parser is given, which still parses them. */
function countParsedForms(): () => number {
  const spy = vi.spyOn(Response.prototype, 'formData');
  onTestFinished(() => spy.mockRestore());
  return () => spy.mock.calls.length;
}

const takesPhotos = { ...takesName, files: photos };
const manyPhotos = { ...takesName, files: { ...photos, max: 3, maxBytes: 8 * 1024 * 1024 } };

test.each([
  ['as many parts as its form can have', [partOf('name', 'x'), partOf('photos'), partOf('photos')], 200, 1],
  ['one part more', [partOf('name', 'x'), partOf('photos'), partOf('photos'), partOf('name')], 400, 0],
] as const)('a form with %s is parsed only if it can fit', async (_case, parts, status, parsed) => {
  const countForms = countParsedForms();
  const { defineRoute } = makeKit();
  const handler = defineRoute(takesPhotos, async ({ body }) => ({ body }));
  const body = `${parts.join('')}--${boundary}--\r\n`;
  expect((await call(handler, { method: 'POST', headers: multipart, body })).status).toBe(status);
  expect(countForms()).toBe(parsed);
});

test.each([
  ['by its header', multipart],
  [
    'by a header that names two boundaries, of which only the other one is rare',
    { 'content-type': `multipart/form-data; boundary=${boundary}; boundary=${'y'.repeat(40)}` },
  ],
  ['by a quoted boundary', { 'content-type': `multipart/form-data; boundary="${boundary}"` }],
])('24 MB of empty parts are refused without being parsed: %s', async (_case, headers) => {
  const countForms = countParsedForms();
  const { defineRoute } = makeKit();
  const handler = defineRoute(manyPhotos, async ({ body }) => ({ body }));
  const part = partOf('photos');
  const body = `${part.repeat(Math.floor((24 * 1024 * 1024) / part.length))}--${boundary}--\r\n`;
  const response = await call(handler, { method: 'POST', headers, body });
  expect(await response.json()).toMatchObject({
    error: 'invalid_request',
    issues: [{ message: 'at most 4 parts' }],
  });
  expect(countForms()).toBe(0);
});

test.each([
  ['many lines', 'a:\r\n'.repeat(2_000_000)],
  ['one long line', `Content-Disposition: form-data; ${'a=b; '.repeat(1_000_000)}\r\n`],
  ['a long name', `Content-Disposition: form-data; name="${'%22'.repeat(2_000_000)}"\r\n`],
])('a part whose head has %s is refused without being parsed', async (_case, head) => {
  const countForms = countParsedForms();
  const { defineRoute } = makeKit();
  const handler = defineRoute(manyPhotos, async ({ body }) => ({ body }));
  const body = `${partOf('name', 'x')}--${boundary}\r\n${head}\r\nx\r\n--${boundary}--\r\n`;
  const response = await call(handler, { method: 'POST', headers: multipart, body });
  expect(await response.json()).toMatchObject({
    error: 'invalid_request',
    issues: [{ message: 'a part has too long a head' }],
  });
  expect(countForms()).toBe(0);
});

test.each([
  ['without a boundary', 'multipart/form-data; charset=utf-8'],
  ['with a boundary that no form has', 'multipart/form-data; boundary=" "'],
])('a form %s is refused', async (_case, contentType) => {
  const { defineRoute } = makeKit();
  const handler = defineRoute(takesPhotos, async ({ body }) => ({ body }));
  const headers = { 'content-type': contentType };
  expect((await call(handler, { method: 'POST', headers, body: '----' })).status).toBe(400);
});

test('not one byte of a form with files is read for a caller who is not admitted', async () => {
  let pulled = 0;
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    pulled += 1;
    controller.enqueue(new Uint8Array(16));
  };
  const admitted: unknown[] = [];
  const { defineRoute } = makeKit();
  const handler = defineRoute(
    {
      ...takesPhotos,
      params: z.object({ code: z.string() }),
      admitFiles: async ({ session, params }) => {
        admitted.push({ session, params });
        throw new ApiError('rate_limited', { retryAfterSeconds: 9 });
      },
    },
    async ({ body }) => ({ body }),
  );
  const body = new ReadableStream({ pull }, { highWaterMark: 0 });
  const init = { method: 'POST', headers: multipart, body, duplex: 'half' };
  const response = await handler(new Request('https://stays.test/t', init), {
    params: Promise.resolve({ code: 'BK-1' }),
  });
  expect(response.status).toBe(429);
  expect(pulled).toBe(0);
  expect(admitted).toEqual([{ session: null, params: { code: 'BK-1' } }]);
});

test('a caller who sends JSON, or more than a form may have, is not asked to be admitted', async () => {
  let admissions = 0;
  const { defineRoute } = makeKit();
  const handler = defineRoute(
    {
      ...takesPhotos,
      admitFiles: async () => {
        admissions += 1;
      },
    },
    async ({ body }) => ({ body }),
  );
  const plain = await call(handler, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name":"x"}',
  });
  const headers = { ...multipart, 'content-length': '99999999' };
  const large = await call(handler, { method: 'POST', headers, body: '' });
  expect([plain.status, large.status, admissions]).toEqual([200, 413, 0]);
});

test('a body that the client cuts off is no fault of ours', async () => {
  const { defineRoute } = makeKit();
  const handler = defineRoute(takesName, async ({ body }) => ({ body }));
  const cut = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
  const body = new ReadableStream({ pull: (controller) => controller.error(cut) });
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body, duplex: 'half' };
  expect((await call(handler, init)).status).toBe(400);
});
