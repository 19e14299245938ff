import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { App } from '@supabase/lite';
import { describeError, readErrorCode } from './describe-error.ts';
import { decodeStoredObject, encodeStoredObject, type StoredObject } from './stored-object.ts';
import { SupabaseLocalError } from './supabase-local-error.ts';

/** lite does not export this type by name; its App carries it. */
export type StorageAdapter = NonNullable<App['_storageAdapter']>;
type UploadBody = Parameters<StorageAdapter['uploadObject']>[3];
type ObjectMetadata = Awaited<ReturnType<StorageAdapter['headObject']>>;

/** Writes one file; replaceable so that a test can let the disk be full. */
export type WriteBytes = (file: string, bytes: Uint8Array) => Promise<void>;

/**
 * Keeps the objects of Storage as files under `root`.
 *
 * A file is named by a hash of bucket and key, so no key can point outside `root`. It is written beside
 * its place and then renamed, so a reader or a crash sees the old object or the new one, never a part.
 * lite hands a `version` to some calls and not to others: it is no part of the name.
 */
export function createFileStorageAdapter(root: string, writeBytes: WriteBytes = writeFile): StorageAdapter {
  const locate = (bucket: string, key: string) => locateObject(root, bucket, key);
  const read = async (bucket: string, key: string) => readStoredObject(locate(bucket, key));
  const save = (bucket: string, key: string, object: StoredObject) =>
    replaceFile(locate(bucket, key), encodeStoredObject(object), writeBytes);
  const remove = (bucket: string, key: string) => rm(locate(bucket, key), { force: true });

  return {
    driver: root,
    getObject: async (bucket, key) => {
      const found = await read(bucket, key);
      return { metadata: found.metadata, httpStatusCode: 200, body: Buffer.from(found.object.bytes) };
    },
    headObject: async (bucket, key) => (await read(bucket, key)).metadata,
    uploadObject: async (bucket, key, _version, body, mimetype, cacheControl) => {
      const object = { mimetype, cacheControl, bytes: await readBody(body) };
      await save(bucket, key, object);
      return describeObject(object, new Date());
    },
    copyObject: async (fromBucket, fromKey, _version, toBucket, toKey) => {
      const { object } = await read(fromBucket, fromKey);
      await save(toBucket, toKey, object);
      const { eTag, lastModified } = describeObject(object, new Date());
      return { httpStatusCode: 200, eTag, ...(lastModified === undefined ? {} : { lastModified }) };
    },
    deleteObject: remove,
    deleteObjects: async (bucket, keys) => {
      for (const key of keys) await remove(bucket, key);
    },
    privateAssetUrl: async (bucket, key) => `file://${locate(bucket, key)}`,
  };
}

/** Where an object lies. The folder in between keeps folders small. */
export function locateObject(root: string, bucket: string, key: string): string {
  const name = createHash('sha256').update(`${bucket}\0${key}`).digest('hex');
  return join(root, name.slice(0, 2), name);
}

async function readStoredObject(file: string): Promise<{ object: StoredObject; metadata: ObjectMetadata }> {
  const [content, { mtime }] = await Promise.all([readFile(file), stat(file)]);
  const object = decodeStoredObject(content);
  return { object, metadata: describeObject(object, mtime) };
}

function describeObject(object: StoredObject, lastModified: Date): ObjectMetadata {
  const hash = createHash('md5').update(object.bytes).digest('hex');
  return {
    cacheControl: object.cacheControl,
    contentLength: object.bytes.byteLength,
    size: object.bytes.byteLength,
    mimetype: object.mimetype,
    lastModified,
    eTag: `"${hash}"`,
    httpStatusCode: 200,
  };
}

async function readBody(body: UploadBody): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  return buffer(body);
}

async function replaceFile(file: string, bytes: Uint8Array, writeBytes: WriteBytes): Promise<void> {
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeBytes(draft, bytes);
    await rename(draft, file);
  } catch (cause) {
    await rm(draft, { force: true });
    if (readErrorCode(cause) !== 'ENOSPC') throw cause;
    throw new SupabaseLocalError('disk_full', `The disk is full: ${describeError(cause)}`, { cause });
  }
}
