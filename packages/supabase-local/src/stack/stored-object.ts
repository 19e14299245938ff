export interface StoredObject {
  mimetype: string;
  cacheControl: string;
  bytes: Uint8Array;
}

const lineEnd = 0x0a;

/** One line of JSON with what the bytes do not tell, then the bytes: one file, so one rename replaces both. */
export function encodeStoredObject(object: StoredObject): Uint8Array {
  const facts = { mimetype: object.mimetype, cacheControl: object.cacheControl };
  return Buffer.concat([Buffer.from(`${JSON.stringify(facts)}\n`), object.bytes]);
}

export function decodeStoredObject(content: Uint8Array): StoredObject {
  const end = content.indexOf(lineEnd);
  const facts: unknown = JSON.parse(Buffer.from(content.subarray(0, end)).toString('utf8'));
  return {
    mimetype: readText(facts, 'mimetype'),
    cacheControl: readText(facts, 'cacheControl'),
    bytes: content.subarray(end + 1),
  };
}

function readText(facts: unknown, name: string): string {
  const value: unknown = typeof facts === 'object' && facts !== null ? Reflect.get(facts, name) : undefined;
  if (typeof value !== 'string') throw new TypeError(`a stored object has no ${name}`);
  return value;
}
