import { ApiError } from '@gudbro/api-kit';
import type { OwnerClient } from './owner-client';

/**
 * Ends this browser's session at Supabase Auth. False: it could not be told, and the session lives on there until it
 * expires. The caller forgets the cookies either way, since a shared desk's next person must not be this one.
 */
export async function signOut({ supabase, reach }: OwnerClient): Promise<boolean> {
  try {
    const { error } = await reach(supabase.auth.signOut({ scope: 'local' }));
    return error === null;
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === 'unavailable') {
      return false;
    }
    throw thrown;
  }
}
