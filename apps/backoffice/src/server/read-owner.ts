import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { OwnerClient } from './owner-client';

export type Owner = { userId: string; email: string };

/**
 * Whose request this is; null: nobody's. The session is verified, not only read: by Supabase Auth where tokens are
 * signed with a shared secret, by its public keys where there are some.
 */
export async function readOwner(client: OwnerClient): Promise<Owner | null> {
  const { data, error } = await client.auth((auth) => auth.getClaims());
  if (error?.status === 429) {
    throw new ApiError('unavailable', { cause: error });
  }
  // Any other refusal is about the session: it ended, was ended elsewhere, or never was one.
  return data === null ? null : { userId: data.claims.sub, email: data.claims.email ?? '' };
}
