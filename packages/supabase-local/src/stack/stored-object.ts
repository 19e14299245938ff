/** An object of Storage with its metadata. */
export interface StoredObject {
  mimetype: string;
  cacheControl: string;
  bytes: Uint8Array;
}

const lineEnd = 0x0a;

/** Encodes an object as one line of JSON with the metadata, then the bytes: in one file, so that one rename replaces both. */
export function encodeStoredObject(object: StoredObject): Uint8Array {
  const metadata = { mimetype: object.mimetype, cacheControl: object.cacheControl };
  return Buffer.concat([Buffer.from(`${JSON.stringify(metadata)}\n`), object.bytes]);
}

/** Decodes what `encodeStoredObject` made. */
export function decodeStoredObject(content: Uint8Array): StoredObject {
  const end = content.indexOf(lineEnd);
  const metadata: unknown = JSON.parse(Buffer.from(content.subarray(0, end)).toString('utf8'));
  return {
    mimetype: readText(metadata, 'mimetype'),
    cacheControl: readText(metadata, 'cacheControl'),
    bytes: content.subarray(end + 1),
  };
}

function readText(metadata: unknown, name: string): string {
  const value: unknown =
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, name) : undefined;
  if (typeof value !== 'string') throw new TypeError(`a stored object has no ${name}`);
  return value;
}
