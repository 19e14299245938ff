import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { AccountClient } from './account-client';

export type Account = { userId: string; email: string };

/**
 * The person whose session is in the request's cookies, or null. It verifies the token: with the public keys of Supabase
 * Auth, or by a call to it where tokens are signed with a shared secret.
 */
export async function readAccount(client: AccountClient): Promise<Account | null> {
  const { data, error } = await client.auth((auth) => auth.getClaims());
  if (error?.status === 429) {
    throw new ApiError('unavailable', { cause: error });
  }
  // Any other error is about the session: it has expired, was ended, or is invalid.
  return data === null ? null : { userId: data.claims.sub, email: data.claims.email ?? '' };
}
