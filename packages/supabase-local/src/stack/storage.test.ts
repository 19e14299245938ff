import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '../testing/create-test-database.ts';
import { fixtureSources } from '../testing/fixture-sources.ts';
import type { SignedUp, TestDatabase } from '../testing/test-database.ts';
import { maxBodyBytes } from './receive-request.ts';

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

it('of uploads of one path at the same time the first is stored, and the others are told that it is there', async () => {
  const texts = ['one', 'two', 'three'];
  const uploads = await Promise.all(
    texts.map((content) => papers().upload('mine/race.txt', Buffer.from(content), text)),
  );
  const codes = uploads.map(({ error }) => (error === null ? 'stored' : Reflect.get(error, 'statusCode')));
  expect(codes.sort()).toEqual(['409', '409', 'stored']);
  const stored = texts[uploads.findIndex(({ error }) => error === null)];
  expect(await (await papers().download('mine/race.txt')).data?.text()).toBe(stored);
});

it('a Blob can be uploaded, and its own type counts', async () => {
  const upload = (type: string) =>
    papers().upload(`mine/blob-${type.slice(-4)}`, new Blob(['in a form'], { type }), text);
  expect((await upload('text/plain')).error).toBeNull();
  expect(await (await papers().download('mine/blob-lain')).data?.text()).toBe('in a form');
  expect((await upload('text/html')).error?.message).toMatch(/not supported/);
});

it('exists() tells a stored object from a missing one', async () => {
  await papers().upload('mine/there.txt', Buffer.from('here'), text);
  expect((await papers().exists('mine/there.txt')).data).toBe(true);
  expect((await papers().exists('mine/not-there.txt')).data).toBe(false);
});

it('list() returns one level of a folder, with the folders in it', async () => {
  for (const name of ['shelf/a.txt', 'shelf/b/c.txt', 'shelf/b/d.txt', 'shelf-2/e.txt']) {
    await papers().upload(name, Buffer.from('x'), text);
  }
  const list = async (folder: string, options = {}) =>
    (await papers().list(folder, options)).data?.map(({ name, id }) => [name, id !== null]);
  expect(await list('shelf')).toEqual([
    ['a.txt', true],
    ['b', false],
  ]);
  expect(await list('shelf/b')).toEqual([
    ['c.txt', true],
    ['d.txt', true],
  ]);
  expect(await list('shelf/b', { limit: 1, offset: 1 })).toEqual([['d.txt', true]]);
  expect(await list('', { search: 'shelf' })).toEqual([
    ['shelf', false],
    ['shelf-2', false],
  ]);
});

it.each([
  ['DELETE', 'object/papers/mine/a.txt'],
  ['POST', 'object/list-v2/papers'],
  ['POST', 'object/sign/papers'],
  ['POST', 'upload/resumable'],
])('what this Storage has not is refused as that, and not as missing: %s %s', async (method, path) => {
  const headers = { apikey: db.keys.publishableKey, authorization: `Bearer ${ann.accessToken}` };
  const response = await db.fetch(`${db.url}/storage/v1/${path}`, { method, headers });
  expect([response.status, await response.json()]).toMatchObject([501, { error: 'not_implemented' }]);
});

it('SQL that deletes from storage.objects is refused, as on Supabase, and remove() is not', async () => {
  await papers().upload('mine/kept.txt', Buffer.from('kept'), text);
  for (const table of ['objects', 'buckets']) {
    await expect(db.sql(`delete from storage.${table} where false`)).rejects.toMatchObject({ code: '42501' });
  }
  expect((await papers().remove(['mine/kept.txt'])).data).toHaveLength(1);
  expect(await db.sql("select from storage.objects where name = 'mine/kept.txt'")).toEqual([]);
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
  expect(await (await upload(maxBodyBytes + 1)).json()).toMatchObject({ statusCode: '413' });
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
    expect(await db.sql("select name from storage.objects where name like '%outside%'")).toEqual([]);
  },
);
