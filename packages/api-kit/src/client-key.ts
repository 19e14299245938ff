import { createHmac } from 'node:crypto';

/**
 * The caller's address, seen through `trustedHops` proxies of ours. `forwarded` is the chain the nearest proxy handed
 * on; each trusted proxy vouches for one entry from its right end. Anything further left was written by the caller.
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
 * Who is counted in a limit: a salted hash, so that no address is ever stored. One household has a whole /64 of
 * IPv6 addresses, so the rest of such an address does not count.
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

// Some proxies add the port a caller came from, which is another one for each connection.
function dropPort(address: string): string {
  return address.replace(/^\[([^\]]*)\](?::\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
}
