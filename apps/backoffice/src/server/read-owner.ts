import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { isAuthError } from '@supabase/supabase-js';
import type { OwnerClient } from './owner-client';

export type Owner = { userId: string; email: string };

/**
 * Whose request this is; null: nobody's. The session is verified, not only read: by Supabase Auth where tokens are
 * signed with a shared secret, by its public keys where there are some.
 */
export async function readOwner({ supabase, reach }: OwnerClient): Promise<Owner | null> {
  const { data, error } = await reach(supabase.auth.getClaims());
  if (error !== null) {
    refuseUnlessSignedOut(error);
    return null;
  }
  if (data === null) {
    return null;
  }
  return { userId: data.claims.sub, email: data.claims.email ?? '' };
}

// 4xx is an answer about the session: it ended, was ended elsewhere, or never was one. All else is no answer.
function refuseUnlessSignedOut(error: unknown): void {
  const status = isAuthError(error) ? (error.status ?? 0) : 0;
  if (status < 400 || status >= 500 || status === 429) {
    throw new ApiError('unavailable', { cause: error });
  }
}
