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
  const plain = dropPort(address).replace(/%.*$/, '').toLowerCase();
  if (!plain.includes(':')) {
    return plain;
  }
  const groups = expandGroups(plain);
  // An IPv4 address that is written as IPv6, `::ffff:1.2.3.4` or `::ffff:102:304`. All of them have the same first 64 bits.
  return groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff'
    ? groups.slice(6).flatMap(toBytes).join('.')
    : groups.slice(0, 4).join(':');
}

/** The eight groups of an IPv6 address, in hexadecimal without zeros in front. */
function expandGroups(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const [left, right] = [splitGroups(head), splitGroups(tail ?? '')];
  const zeros = tail === undefined ? 0 : Math.max(8 - left.length - right.length, 0);
  return [...left, ...Array<string>(zeros).fill('0'), ...right];
}

function splitGroups(part: string): string[] {
  const groups = part.split(':').filter((group) => group !== '');
  return groups.flatMap((group) =>
    group.includes('.') ? joinBytes(group.split('.').map(Number)) : group.replace(/^0+(?=.)/, ''),
  );
}

function joinBytes([a = 0, b = 0, c = 0, d = 0]: number[]): string[] {
  return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)];
}

function toBytes(group: string): number[] {
  const value = Number.parseInt(group, 16);
  return [Math.floor(value / 256), value % 256];
}

// Some proxies add the caller's port, which differs for each connection.
function dropPort(address: string): string {
  return address.replace(/^\[([^\]]*)\](?::\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
}
