import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { App } from '@supabase/lite';
import { readErrorCode, readErrorMessage } from './read-error.ts';
import { decodeStoredObject, encodeStoredObject, type StoredObject } from './stored-object.ts';
import { SupabaseLocalError } from './supabase-local-error.ts';

/** lite does not export this type by name, but its App has it. */
export type StorageAdapter = NonNullable<App['_storageAdapter']>;
type UploadBody = Parameters<StorageAdapter['uploadObject']>[3];
type ObjectMetadata = Awaited<ReturnType<StorageAdapter['headObject']>>;

/** Writes one file. A test replaces it to simulate a full disk. */
export type WriteBytes = (file: string, bytes: Uint8Array) => Promise<void>;

/**
 * Stores the objects of Storage as files under `root`.
 *
 * A file is named by a hash of bucket and key, so no key can point outside `root`. It is written as a draft
 * and then renamed, so a reader sees the old object or the new one and never a part, also after a crash.
 * lite passes a `version` to some calls and not to others, so it is not part of the name.
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
      return buildMetadata(object, new Date());
    },
    copyObject: async (fromBucket, fromKey, _version, toBucket, toKey) => {
      const { object } = await read(fromBucket, fromKey);
      await save(toBucket, toKey, object);
      const { eTag, lastModified } = buildMetadata(object, new Date());
      return { httpStatusCode: 200, eTag, ...(lastModified === undefined ? {} : { lastModified }) };
    },
    deleteObject: remove,
    deleteObjects: async (bucket, keys) => {
      for (const key of keys) await remove(bucket, key);
    },
    privateAssetUrl: async (bucket, key) => `file://${locate(bucket, key)}`,
  };
}

/** The file of an object. Subfolders limit the number of files in one folder. */
export function locateObject(root: string, bucket: string, key: string): string {
  const name = createHash('sha256').update(`${bucket}\0${key}`).digest('hex');
  return join(root, name.slice(0, 2), name);
}

async function readStoredObject(file: string): Promise<{ object: StoredObject; metadata: ObjectMetadata }> {
  const [content, { mtime }] = await Promise.all([readFile(file), stat(file)]);
  const object = decodeStoredObject(content);
  return { object, metadata: buildMetadata(object, mtime) };
}

function buildMetadata(object: StoredObject, lastModified: Date): ObjectMetadata {
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
    throw new SupabaseLocalError('disk_full', `The disk is full: ${readErrorMessage(cause)}`, { cause });
  }
}
