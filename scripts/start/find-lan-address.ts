import { networkInterfaces } from 'node:os';

/** The address at which a phone on the same WiFi finds this machine, if it has one. */
export function findLanAddress(interfaces = networkInterfaces()): string | null {
  const addresses = Object.values(interfaces).flatMap((list) => list ?? []);
  return addresses.find((one) => one.family === 'IPv4' && !one.internal)?.address ?? null;
}

const everywhere = new Set(['0.0.0.0', '::']);

/** The host to write into links: what listens everywhere is reached by the LAN address. */
export function findPublicHost(host: string, lanAddress: string | null): string {
  return everywhere.has(host) ? (lanAddress ?? '127.0.0.1') : host;
}
