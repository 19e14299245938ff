import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { hashClient, readClientAddress } from '../client-key.ts';
import { createAddressLimiter } from '../route/address-limiter.ts';

/** How many requests one caller may send. */
export type CallerLimit = {
  perMinute: number;
  /** How many proxies of ours are between the callers and this server. */
  trustedHops: number;
  clock: () => Date;
};

/**
 * Limits the requests per caller before anything is rendered: a page needs more processor time than most routes, and
 * addresses that do not exist are rendered too. The returned function counts a request and gives the seconds to wait; 0:
 * none.
 */
export function limitCallers({ perMinute, trustedHops, clock }: CallerLimit) {
  const takeHit = createAddressLimiter({ perMinute, clock });
  // A salt of this process only, so its hashes say nothing after it has ended.
  const salt = randomBytes(32).toString('base64url');

  return (request: IncomingMessage): number => {
    const forwarded = request.headers['x-forwarded-for'];
    const chain = Array.isArray(forwarded) ? forwarded.join(', ') : (forwarded ?? null);
    const address = readClientAddress(request.socket.remoteAddress ?? 'unknown', chain, trustedHops);
    return takeHit(hashClient(salt, address));
  };
}
