import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { AccountClient } from '@/server/account-client';

type Credentials = { email: string; password: string };

/** Signs in, or throws why not. Supabase Auth limits the attempts. */
export async function signIn(client: AccountClient, credentials: Credentials): Promise<void> {
  const { error } = await client.auth((auth) => auth.signInWithPassword(credentials));
  if (error === null) {
    return;
  }
  if (error.status === 429) {
    throw new ApiError('rate_limited', { cause: error });
  }
  // An unknown address gives the same error as a wrong password, so nobody learns who has an account.
  const code = error.code === 'email_not_confirmed' ? 'email_not_confirmed' : 'wrong_password';
  throw new ApiError(code, { cause: error });
}
