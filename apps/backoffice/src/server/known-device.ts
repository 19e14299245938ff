import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The salted hash of an e-mail address, under which the database counts tries to sign in: no address is stored. */
export function hashAccount(salt: string, email: string): string {
  return sign(salt, 'account', email.toLowerCase());
}

/** A browser that several people sign in with has one cookie for each of their accounts. */
export function knownDeviceCookieName(account: string): string {
  return `gudbro_known_${account.slice(0, 12)}`;
}

/** A new value for a browser that has just signed in to this account. It opens nothing: it gives tries of its own. */
export function makeKnownDevice(salt: string, account: string): string {
  const device = randomBytes(16).toString('base64url');
  return `${device}.${sign(salt, 'device', account, device)}`;
}

/** The device in a cookie's value, or null where the value was not made for this account. */
export function readKnownDevice(salt: string, account: string, value: string | undefined): string | null {
  const [device = '', signature = '', ...more] = value?.split('.') ?? [];
  const expected = Buffer.from(sign(salt, 'device', account, device));
  const given = Buffer.from(signature);
  const isOurs = more.length === 0 && given.length === expected.length && timingSafeEqual(given, expected);
  return isOurs ? device : null;
}

function sign(salt: string, ...parts: string[]): string {
  return createHmac('sha256', salt).update(JSON.stringify(parts)).digest('base64url');
}
