import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { AccountClient } from './account-client';
import { ownPlacesSchema, type Place } from './own-places';

/** Who is signed in, and the places at which they work, by name. */
export type Account = { id: string; email: string; places: readonly Place[] };

/**
 * The account whose session is in the request's cookies, or null. One query serves every page: the places come with it. The
 * database decides: it verifies the token, and finds no account once the session has ended elsewhere. The token by itself would
 * be good until it expires.
 */
export async function readAccount(client: AccountClient): Promise<Account | null> {
  // Reads the cookie, and renews the session where the token is about to expire.
  const { data } = await client.auth((auth) => auth.getSession());
  if (data.session === null) {
    return null;
  }
  try {
    const account = await client.query((db) => db.rpc('get_own_account').maybeSingle());
    return account && { ...account, places: ownPlacesSchema.parse(account.places) };
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === 'session_expired') {
      return null;
    }
    throw thrown;
  }
}
