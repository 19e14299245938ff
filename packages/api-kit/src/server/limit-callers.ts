import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { hashClient, readClientAddress } from '../client-key.ts';
import { createAddressLimiter } from '../route/address-limiter.ts';

export type CallerLimit = {
  /** Requests of one caller; a file of the build is none. */
  perMinute: number;
  /** How many proxies of ours stand in front. */
  trustedHops: number;
  clock: () => Date;
};

/**
 * The floor for whatever is drawn: a page takes a processor longer than most routes do, and routes that do not exist are
 * drawn too. Answers the seconds a caller has to wait; 0: go on.
 */
export function limitCallers({ perMinute, trustedHops, clock }: CallerLimit) {
  const takeHit = createAddressLimiter({ perMinute, clock });
  // For this process alone: who asked is forgotten with it.
  const salt = randomBytes(32).toString('base64url');

  return (request: IncomingMessage): number => {
    // A page brings a dozen of these, and they cost next to nothing.
    if (request.url?.startsWith('/_next/static/')) {
      return 0;
    }
    const forwarded = request.headers['x-forwarded-for'];
    const chain = Array.isArray(forwarded) ? forwarded.join(', ') : (forwarded ?? null);
    const address = readClientAddress(request.socket.remoteAddress ?? 'unknown', chain, trustedHops);
    return takeHit(hashClient(salt, address));
  };
}
