import 'server-only';
import { createAddressLimiter, shareInProcess } from '@gudbro/api-kit';
import { hashCaller } from './caller';
import { isRenewal } from './fail-fast-fetch';

// A browser renews its session every ten minutes, so this is enough for two hundred behind one address.
const perMinute = 20;

const takeHit = shareInProcess('renewal-limit', () =>
  createAddressLimiter({ perMinute, clock: () => new Date() }),
);

/**
 * A fetch that limits how often a caller's sessions are renewed. Supabase Auth limits renewals by address, and all of them
 * come from the address of our server. Any request with a made-up session asks for one, so without this a stranger could
 * use up everybody's.
 */
export function limitRenewals(forwarded: string | null): typeof fetch {
  return async (input, init) =>
    isRenewal(input) && takeHit(hashCaller(forwarded)) > 0
      ? new Response(null, { status: 429 })
      : fetch(input, init);
}
