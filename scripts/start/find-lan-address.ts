import { networkInterfaces } from 'node:os';

/** Finds the address at which a phone in the same WiFi can reach this machine. */
export function findLanAddress(interfaces = networkInterfaces()): string | null {
  const addresses = Object.values(interfaces).flatMap((list) => list ?? []);
  return addresses.find((one) => one.family === 'IPv4' && !one.internal)?.address ?? null;
}

const everywhere = new Set(['0.0.0.0', '::']);

/** The host for links. For an app that listens on all addresses it is the LAN address, so that a phone can follow them. */
export function findPublicHost(host: string, lanAddress: string | null): string {
  return everywhere.has(host) ? (lanAddress ?? '127.0.0.1') : host;
}
