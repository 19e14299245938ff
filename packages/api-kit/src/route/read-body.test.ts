import { expect, test } from 'vitest';
import { z } from 'zod';
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
