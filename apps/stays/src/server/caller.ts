import 'server-only';
import { currentRequest, hashClient, type PageRequest, readClientAddress } from '@gudbro/api-kit';
import type { GuestSession } from '@gudbro/auth';
import { headers } from 'next/headers';
import { env } from '@/env';
import { guestAuth } from './guest-auth';

/** The caller's address: of the socket, or as far back as our own proxies vouch for. */
export function readCallerAddress(request: PageRequest): string {
  return readClientAddress(
    currentRequest().socketAddress,
    request.headers.get('x-forwarded-for'),
    env().TRUSTED_PROXY_HOPS,
  );
}

/** Who asks, as pages and routes know them. */
export type Caller = {
  /** Null: there is none, or one that no longer counts. */
  session: GuestSession | null;
  /** By what they are counted in the database's limits. */
  clientKey: (...scope: string[]) => string;
};

/** What a page knows of its reader. A token that no longer counts is no token. */
export async function readCaller(request: PageRequest): Promise<Caller> {
  const address = readCallerAddress(request);
  const result = await guestAuth().authenticateGuest(request, { requireTier: 'browse' });
  return {
    session: result.ok ? result.session : null,
    clientKey: (...scope) => hashClient(env().CLIENT_SALT, address, ...scope),
  };
}

/** The same for a page that Next is drawing. */
export async function readPageCaller(): Promise<Caller> {
  return readCaller({ headers: await headers() });
}
