import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** The keys of a browser, base64url as it gave them out. */
export type BrowserKeys = { p256dh: string; authSecret: string };

/** What is drawn for each message; a test gives the values of the RFC. */
type Drawn = { senderPrivateKey: Buffer; salt: Buffer };

const recordSize = 4096;
/** Marks the last record, which is the only one here. */
const lastRecord = Buffer.of(2);

/**
 * Encrypts a message so that the browser of these keys alone can read it (RFC 8291, content coding aes128gcm of RFC 8188). Throws a
 * RangeError for a message that does not fit, and an error of OpenSSL for a key that is no point of the curve.
 */
export function encryptPush(message: string, browser: BrowserKeys, drawn: Partial<Drawn> = {}): Buffer {
  const text = Buffer.from(message);
  if (text.length > 3_000) {
    throw new RangeError('A push message has 3000 bytes at most.');
  }
  const receiver = Buffer.from(browser.p256dh, 'base64url');
  const sender = createECDH('prime256v1');
  if (drawn.senderPrivateKey === undefined) {
    sender.generateKeys();
  } else {
    sender.setPrivateKey(drawn.senderPrivateKey);
  }
  const senderPublicKey = sender.getPublicKey();
  const salt = drawn.salt ?? randomBytes(16);
  const secret = derive(sender.computeSecret(receiver), Buffer.from(browser.authSecret, 'base64url'), 32, [
    Buffer.from('WebPush: info\0'),
    receiver,
    senderPublicKey,
  ]);
  const key = derive(secret, salt, 16, [Buffer.from('Content-Encoding: aes128gcm\0')]);
  const nonce = derive(secret, salt, 12, [Buffer.from('Content-Encoding: nonce\0')]);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const sizes = Buffer.alloc(5);
  sizes.writeUInt32BE(recordSize);
  sizes.writeUInt8(senderPublicKey.length, 4);
  return Buffer.concat([
    salt,
    sizes,
    senderPublicKey,
    cipher.update(Buffer.concat([text, lastRecord])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

function derive(secret: Buffer, salt: Buffer, length: number, info: readonly Buffer[]): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, Buffer.concat(info), length));
}
