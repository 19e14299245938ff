import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { AuthError } from '@/server/account-client';
import { makePassword } from '@/server/set-password';
import type { VisitorAuth } from '@/server/visitor-auth';

/** What a mail is for: its template, and the page to which it leads. */
export type MailKind = 'confirm' | 'link' | 'new-password';

// These errors tell whether an address has an account, or that it was sent a mail less than a minute ago. So none is shown:
// the page that follows says the same for every address.
const telling = new Set([
  'user_already_exists',
  'email_exists',
  'otp_disabled',
  'user_not_found',
  'over_email_send_rate_limit',
]);

/**
 * Starts an account. Its password is random: the person chooses one with the mailed code. So a stranger who signs up with
 * somebody's address has no password that would still work once its owner confirms it.
 */
export async function signUp(auth: VisitorAuth, account: { email: string; name: string }): Promise<void> {
  const { data, error } = await auth((calls) =>
    calls.signUp({
      email: account.email,
      password: makePassword(),
      options: { data: { display_name: account.name } },
    }),
  );
  if (data.session !== null) {
    throw new ApiError('internal', { cause: new Error('Supabase Auth confirms addresses by itself.') });
  }
  throwUnlessTelling(error);
}

/** Asks for a code of this kind. `confirm` is that of a sign-up, once more. No account is made by it. */
export async function requestMail(auth: VisitorAuth, kind: MailKind, email: string): Promise<void> {
  const { error } = await auth(async (calls): Promise<{ error: AuthError | null }> => {
    switch (kind) {
      case 'confirm':
        return calls.resend({ type: 'signup', email });
      case 'link':
        return calls.signInWithOtp({ email, options: { shouldCreateUser: false } });
      case 'new-password':
        return calls.resetPasswordForEmail(email);
    }
  });
  throwUnlessTelling(error);
}

function throwUnlessTelling(error: AuthError | null): void {
  if (error === null || telling.has(error.code ?? '')) {
    return;
  }
  if (error.code === 'email_address_invalid' || error.code === 'validation_failed') {
    throw new ApiError('invalid_request', { fields: { email: 'email_invalid' } });
  }
  throw new ApiError(error.status === 429 ? 'rate_limited' : 'internal', { cause: error });
}
