import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeTempDir } from '../testing/temp-dir.ts';
import { createFileStorageAdapter, locateObject, type StorageAdapter } from './file-storage-adapter.ts';

let parent: string;
let root: string;
let adapter: StorageAdapter;
beforeEach(async () => {
  parent = await makeTempDir();
  root = join(parent, 'storage');
  adapter = createFileStorageAdapter(root);
});

const put = (key: string, text: string, into = adapter) =>
  into.uploadObject('papers', key, undefined, Buffer.from(text), 'text/plain', 'no-cache');
const get = async (key: string) => String((await adapter.getObject('papers', key, undefined)).body);
const listFiles = async () =>
  (await readdir(parent, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

it('returns the bytes of an object with its metadata', async () => {
  const stored = await put('a/b.txt', 'hello\nworld');
  const { body, metadata } = await adapter.getObject('papers', 'a/b.txt', 'another version');
  expect(String(body)).toBe('hello\nworld');
  expect(metadata).toMatchObject({
    mimetype: 'text/plain',
    cacheControl: 'no-cache',
    size: 11,
    eTag: stored.eTag,
  });
  expect(await adapter.headObject('papers', 'a/b.txt', undefined)).toEqual(metadata);
});

it('stores a stream as well as bytes', async () => {
  await adapter.uploadObject(
    'papers',
    's',
    undefined,
    new Blob(['from a stream']).stream(),
    'text/plain',
    '',
  );
  expect(await get('s')).toBe('from a stream');
});

it('stores the same key of two buckets as two objects', async () => {
  await put('same', 'one');
  await adapter.uploadObject('photos', 'same', undefined, Buffer.from('two'), 'text/plain', '');
  expect(await get('same')).toBe('one');
});

describe.each([
  '../../outside',
  '/etc/outside',
  '..',
  '.',
  'a/../../../outside',
  '..\\..\\outside',
  'nul\0byte',
  'x'.repeat(2000),
])('the key %j', (key) => {
  it('is stored inside the folder', async () => {
    await put(key, 'inside');
    expect(await get(key)).toBe('inside');
    expect(locateObject(root, 'papers', key).startsWith(`${root}/`)).toBe(true);
    const files = await listFiles();
    expect(files).toHaveLength(1);
    expect(files[0]?.parentPath.startsWith(root)).toBe(true);
  });
});

it('copies an object, deletes one object, and deletes several objects', async () => {
  await put('one', '1');
  await adapter.copyObject('papers', 'one', undefined, 'papers', 'two', undefined);
  await adapter.deleteObject('papers', 'one', undefined);
  await expect(get('one')).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await get('two')).toBe('1');
  await adapter.deleteObjects('papers', ['two', 'never there']);
  expect(await listFiles()).toEqual([]);
});

it('throws disk_full on a full disk, and leaves the old object and no part of the new one', async () => {
  await put('kept', 'old');
  // Every write to /dev/full fails as on a full disk.
  const full = createFileStorageAdapter(root, (_file, bytes) => writeFile('/dev/full', bytes));
  await expect(put('kept', 'new', full)).rejects.toMatchObject({ code: 'disk_full' });
  expect(await get('kept')).toBe('old');
  expect(await listFiles()).toHaveLength(1);
});

it('leaves the old object unchanged when the process ends during a write', async () => {
  await put('kept', 'old');
  const dying = createFileStorageAdapter(root, async (file, bytes) => {
    await writeFile(file, bytes.subarray(0, 3));
    throw new Error('killed');
  });
  await expect(put('kept', 'new', dying)).rejects.toThrow('killed');
  expect(await get('kept')).toBe('old');
});
