import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, test, vi } from 'vitest';
import { GET } from './route.ts';

const paths: string[] = [];
const guestApp = createServer((request, response) => {
  paths.push(request.url ?? '');
  response.writeHead(request.url === '/demo/pool.svg' ? 200 : 404).end('<svg/>');
});

beforeAll(async () => {
  await new Promise<void>((resolve) => guestApp.listen(0, '127.0.0.1', resolve));
  const { port } = guestApp.address() as AddressInfo; // an http server on a port has no other kind of address
  const settings = {
    BACKOFFICE_URL: 'http://localhost:3001',
    STAYS_URL: `http://127.0.0.1:${port}`,
    SUPABASE_URL: 'http://127.0.0.1:1',
    SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_test',
    SUPABASE_BACKOFFICE_KEY: 'a.b.c',
    CLIENT_SALT: 'long enough to be a salt for addresses',
    DOCUMENT_KEYS: `test:${'A'.repeat(43)}`,
  };
  for (const [name, value] of Object.entries(settings)) {
    vi.stubEnv(name, value);
  }
});

const read = (file: string) =>
  GET(new Request('http://localhost:3001/demo/x'), { params: Promise.resolve({ file }) });

test('a picture of the demo comes from the guest app, and what it does not have is not found', async () => {
  const response = await read('pool.svg');
  expect(response.headers.get('content-type')).toBe('image/svg+xml');
  expect(await response.text()).toBe('<svg/>');
  expect((await read('lake.svg')).status).toBe(404);
});

test.each(['../api/ready', 'pool.html', 'pool.svg?x=1', '%2e%2e.svg'])(
  'nothing is asked of the guest app for %s',
  async (file) => {
    const before = paths.length;
    expect((await read(file)).status).toBe(404);
    expect(paths).toHaveLength(before);
  },
);

test('where the guest app cannot be reached there is no picture, and no fault', async () => {
  guestApp.closeAllConnections();
  await new Promise((resolve) => guestApp.close(resolve));
  expect((await read('pool.svg')).status).toBe(404);
});
