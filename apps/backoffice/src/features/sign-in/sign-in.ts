import { ApiError } from '@gudbro/api-kit';
import type { AuthError } from '@supabase/supabase-js';
import type { OwnerClient } from '@/server/owner-client';

export type SignInRefusal = 'wrong_password' | 'email_not_confirmed';

export type SignInResult = { ok: true } | { ok: false; error: SignInRefusal };

type Credentials = { email: string; password: string };

/** Signs in. How often one may try is Supabase Auth's to say. */
export async function signIn(
  { supabase, reach }: OwnerClient,
  credentials: Credentials,
): Promise<SignInResult> {
  const { error } = await reach(supabase.auth.signInWithPassword(credentials));
  return error === null ? { ok: true } : { ok: false, error: readRefusal(error) };
}

// An unknown address answers as a wrong password does: nobody learns who has an account.
function readRefusal(error: AuthError): SignInRefusal {
  const status = error.status ?? 0;
  if (error.code === 'email_not_confirmed') {
    return 'email_not_confirmed';
  }
  if (status === 429) {
    throw new ApiError('rate_limited', { cause: error });
  }
  if (status >= 400 && status < 500) {
    return 'wrong_password';
  }
  throw new ApiError('unavailable', { cause: error });
}
