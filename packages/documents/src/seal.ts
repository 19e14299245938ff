/** A key for AES. Its type has another name in browsers and in Node. */
export type SymmetricKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const ivBytes = 12;

/** What a sealed thing belongs to. Sealed for one thing it does not open as another. */
export type Belonging = readonly string[];

/** Encrypts bytes: a random start value, then the ciphertext with its tag. */
export async function seal(key: SymmetricKey, bytes: Uint8Array, belonging: Belonging): Promise<Uint8Array> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const sealed = await crypto.subtle.encrypt(parameters(iv, belonging), key, Buffer.from(bytes));
  return Buffer.concat([iv, Buffer.from(sealed)]);
}

/** Opens them again. Throws where a bit, the key or what they belong to is another one. */
export async function open(key: SymmetricKey, sealed: Uint8Array, belonging: Belonging): Promise<Uint8Array> {
  const iv = Buffer.from(sealed.subarray(0, ivBytes));
  const opened = crypto.subtle.decrypt(parameters(iv, belonging), key, Buffer.from(sealed.subarray(ivBytes)));
  return new Uint8Array(await opened);
}

function parameters(iv: Uint8Array<ArrayBuffer>, belonging: Belonging) {
  return { name: 'AES-GCM', iv, additionalData: Buffer.from(JSON.stringify(belonging)) };
}
