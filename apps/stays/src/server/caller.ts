import 'server-only';
import { currentRequest, hashClient, type PageRequest, readClientAddress } from '@gudbro/api-kit';
import type { GuestSession } from '@gudbro/auth';
import { headers } from 'next/headers';
import { env } from '@/env';
import { guestAuth } from './guest-auth';

/** The caller's address: the socket's, or the one that our trusted proxies forwarded. */
export function readCallerAddress(request: PageRequest): string {
  return readClientAddress(
    currentRequest().socketAddress,
    request.headers.get('x-forwarded-for'),
    env().TRUSTED_PROXY_HOPS,
  );
}

export type Caller = {
  /** Null if there is no token or it is not valid any more. */
  session: GuestSession | null;
  /** The key under which the database counts the caller in its limits. */
  clientKey: (...scope: string[]) => string;
};

export async function readCaller(request: PageRequest): Promise<Caller> {
  const address = readCallerAddress(request);
  const result = await guestAuth().authenticateGuest(request, { requireTier: 'browse' });
  return {
    session: result.ok ? result.session : null,
    clientKey: (...scope) => hashClient(env().CLIENT_SALT, address, ...scope),
  };
}

/** Like readCaller, for a page that Next is rendering. */
export async function readPageCaller(): Promise<Caller> {
  return readCaller({ headers: await headers() });
}
