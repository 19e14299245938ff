import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { AccountClient } from '@/server/account-client';

export type SignInError = 'wrong_password' | 'email_not_confirmed';

export type SignInResult = { ok: true } | { ok: false; error: SignInError };

type Credentials = { email: string; password: string };

/** Signs in. Supabase Auth limits the attempts. */
export async function signIn(client: AccountClient, credentials: Credentials): Promise<SignInResult> {
  const { error } = await client.auth((auth) => auth.signInWithPassword(credentials));
  if (error === null) {
    return { ok: true };
  }
  if (error.status === 429) {
    throw new ApiError('rate_limited', { cause: error });
  }
  // An unknown address gives the same error as a wrong password, so nobody learns who has an account.
  const code = error.code === 'email_not_confirmed' ? 'email_not_confirmed' : 'wrong_password';
  return { ok: false, error: code };
}
