import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { AccountClient } from './account-client';

type Credentials = { email: string; password: string };

// Supabase Auth's own codes. An unknown address gives the same one as a wrong password, so nobody learns who has an account.
const codeOfError: Record<string, 'wrong_password' | 'email_not_confirmed' | 'forbidden'> = {
  invalid_credentials: 'wrong_password',
  email_not_confirmed: 'email_not_confirmed',
  user_banned: 'forbidden',
};

/**
 * Signs in, or throws why not. What has nothing to do with the credentials is a fault of the deployment: sign-in by e-mail is
 * off, or a captcha is required that this form does not have.
 */
export async function signIn(client: AccountClient, credentials: Credentials): Promise<void> {
  const { error } = await client.auth((auth) => auth.signInWithPassword(credentials));
  if (error === null) {
    return;
  }
  if (error.status === 429) {
    throw new ApiError('rate_limited', { cause: error });
  }
  throw new ApiError(codeOfError[error.code ?? ''] ?? 'internal', { cause: error });
}
