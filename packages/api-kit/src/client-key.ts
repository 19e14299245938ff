import { createHmac } from 'node:crypto';

/**
 * The caller's address behind `trustedHops` proxies of ours. `forwarded` is the header X-Forwarded-For: each proxy of ours
 * added one entry at its right end, and the caller may have written all entries further left.
 */
export function readClientAddress(
  socketAddress: string,
  forwarded: string | null,
  trustedHops: number,
): string {
  const chain = [...splitChain(forwarded), socketAddress];
  return chain[Math.max(chain.length - 1 - trustedHops, 0)] ?? socketAddress;
}

function splitChain(forwarded: string | null): string[] {
  return (forwarded ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * The client that a limit counts: a salted hash, so that no address is stored. Of an IPv6 address only the first 64 bits
 * count, since one household has all addresses that begin with them.
 */
export function hashClient(salt: string, address: string, ...scope: string[]): string {
  const parts = [networkOf(address), ...scope];
  return createHmac('sha256', salt).update(JSON.stringify(parts)).digest('base64url');
}

function networkOf(address: string): string {
  const plain = dropPort(address)
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '');
  if (!plain.includes(':')) {
    return plain;
  }
  const [head = '', tail] = plain.toLowerCase().split('::');
  const left = head.split(':').filter((group) => group !== '');
  const right = (tail ?? '').split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? 0 : Math.max(8 - left.length - right.length, 0);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

// Some proxies add the caller's port, which differs for each connection.
function dropPort(address: string): string {
  return address.replace(/^\[([^\]]*)\](?::\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
}
