import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { AccountClient } from './account-client';

/**
 * Ends this browser's session at Supabase Auth. Returns false where Supabase Auth could not be reached or returned an
 * error: the session is valid there until it expires. The caller deletes the cookies in both cases, so that on a shared
 * computer the next person is not signed in as this one.
 */
export async function signOut(client: AccountClient): Promise<boolean> {
  try {
    const { error } = await client.auth((auth) => auth.signOut({ scope: 'local' }));
    return error === null;
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === 'unavailable') {
      return false;
    }
    throw thrown;
  }
}
