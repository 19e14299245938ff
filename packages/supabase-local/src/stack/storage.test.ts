import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '../testing/create-test-database.ts';
import { fixtureSources } from '../testing/fixture-sources.ts';
import type { SignedUp, TestDatabase } from '../testing/test-database.ts';
import { maxUploadBytes } from './measure-upload.ts';

let db: TestDatabase;
let ann: SignedUp;
beforeAll(async () => {
  db = await createTestDatabase(fixtureSources);
  ann = await db.signUp('ann@example.com');
});
afterAll(() => db.close());

const papers = () => ann.client.storage.from('papers');
const text = { contentType: 'text/plain' };

it('supabase-js can upload, list, download and remove an object, and cannot upload it twice', async () => {
  expect((await papers().upload('mine/a.txt', Buffer.from('one'), text)).error).toBeNull();
  expect((await papers().upload('mine/a.txt', Buffer.from('two'), text)).error?.message).toMatch(/exists/);
  expect((await papers().list('mine')).data).toHaveLength(1);
  expect(await (await papers().download('mine/a.txt')).data?.text()).toBe('one');
  expect((await papers().remove(['mine/a.txt'])).error).toBeNull();
  expect((await papers().download('mine/a.txt')).error).not.toBeNull();
});

it('an upload beyond the size limit or of another type than the bucket allows is refused', async () => {
  const large = await papers().upload('large.txt', Buffer.alloc(1001), text);
  expect(large.error?.message).toMatch(/maximum allowed size/);
  const script = await papers().upload('page.html', Buffer.from('<p>'), { contentType: 'text/html' });
  expect(script.error?.message).toMatch(/not supported/);
});

// A stream has no length. Node needs `duplex`, which the browser's types do not have.
const inChunks = (bytes: number): RequestInit & { duplex: 'half' } => ({
  method: 'POST',
  headers: {
    apikey: db.keys.publishableKey,
    authorization: `Bearer ${ann.accessToken}`,
    'content-type': 'text/plain',
  },
  body: new Blob([Buffer.alloc(bytes)]).stream(),
  duplex: 'half',
});

it('the size limit applies to an upload without content-length', async () => {
  const upload = (bytes: number) =>
    db.fetch(`${db.url}/storage/v1/object/papers/chunked-${bytes}.txt`, inChunks(bytes));
  expect((await upload(1000)).status).toBe(200);
  expect((await upload(1001)).status).not.toBe(200);
  expect(await (await upload(maxUploadBytes + 1)).json()).toMatchObject({ statusCode: '413' });
});

it('a role without a policy can neither read, list, upload nor sign an object', async () => {
  await papers().upload('secret.txt', Buffer.from('secret'), text);
  for (const caller of ['anon', 'guest_api']) {
    const other = db.client(caller).storage.from('papers');
    expect((await other.download('secret.txt')).error).not.toBeNull();
    expect((await other.list()).data ?? []).toEqual([]);
    expect((await other.upload('intruder.txt', Buffer.from('x'), text)).error).not.toBeNull();
    expect((await other.createSignedUrl('secret.txt', 60)).error).not.toBeNull();
  }
});

it.each(['../../outside.txt', 'a/../../../outside.txt'])(
  'an upload with the key %j stores nothing outside the bucket',
  async (key) => {
    const headers = { apikey: db.keys.publishableKey, authorization: `Bearer ${ann.accessToken}` };
    const path = encodeURIComponent(key);
    await db.fetch(`${db.url}/storage/v1/object/papers/${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/plain' },
      body: 'x',
    });
    const { data } = await papers().list('', { search: 'outside' });
    expect(data ?? []).toEqual([]);
  },
);
