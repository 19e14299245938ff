import { createECDH } from 'node:crypto';

/** The keys by which push services know who sends to their browsers (RFC 8292), and whom they may write to about it. */
export type VapidKeys = { publicKey: string; privateKey: string; subject: string };

/** A new pair for a deployment. Browsers subscribe with the public key, so they have to subscribe again after a change. */
export function makeVapidKeyPair(): Pick<VapidKeys, 'publicKey' | 'privateKey'> {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  return {
    publicKey: pair.getPublicKey().toString('base64url'),
    // Without leading zeros it would be shorter now and then.
    privateKey: Buffer.from(pair.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url'),
  };
}

/** Whether these two keys belong together. */
export function isVapidKeyPair(publicKey: string, privateKey: string): boolean {
  const secret = Buffer.from(privateKey, 'base64url');
  if (secret.length !== 32 || Buffer.from(publicKey, 'base64url').length !== 65) {
    return false;
  }
  const pair = createECDH('prime256v1');
  try {
    pair.setPrivateKey(secret);
  } catch {
    return false; // not a number that the curve has
  }
  return pair.getPublicKey().toString('base64url') === publicKey;
}
