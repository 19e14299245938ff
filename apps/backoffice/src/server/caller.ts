import 'server-only';
import { currentRequest, hashClient, readClientAddress } from '@gudbro/api-kit';
import { env } from '../env';

/** The salted hash of the caller's address. `forwarded` is the request's header X-Forwarded-For. */
export function hashCaller(forwarded: string | null): string {
  const { CLIENT_SALT, TRUSTED_PROXY_HOPS } = env();
  return hashClient(
    CLIENT_SALT,
    readClientAddress(currentRequest().socketAddress, forwarded, TRUSTED_PROXY_HOPS),
  );
}
