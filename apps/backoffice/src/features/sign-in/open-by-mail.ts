import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { AccountClient, AuthUser } from '@/server/account-client';
import { makePassword, setPassword } from '@/server/set-password';

/** What shows that a mail was received: the token of its link, or its code together with the address. */
export type MailProof = { token: string } | { email: string; code: string };

// The first sign-in by a mail confirms the address, in the same moment.
const sameMomentMs = 10_000;

/**
 * Signs in by a mailed code, and returns the user. An address that is confirmed by this was signed up by somebody who need
 * not be its owner. What password they chose is then replaced by one that nobody knows.
 */
export async function openByMail(client: AccountClient, proof: MailProof): Promise<AuthUser> {
  const user = await verify(client, proof, 'email');
  const confirmedAt = Date.parse(user.email_confirmed_at ?? '');
  const signedInAt = Date.parse(user.last_sign_in_at ?? '');
  if (Math.abs(signedInAt - confirmedAt) < sameMomentMs) {
    await setPassword(client, makePassword());
  }
  return user;
}

/**
 * Confirms an address (`confirm`) or proves that it is one's own (`new-password`), sets the password of the account, and ends
 * all its other sessions. Whoever reads the mail decides on the password, never who signed up.
 */
export async function choosePassword(
  client: AccountClient,
  kind: 'confirm' | 'new-password',
  proof: MailProof,
  password: string,
): Promise<AuthUser> {
  const user = await verify(client, proof, kind === 'confirm' ? 'email' : 'recovery');
  try {
    await setPassword(client, password);
  } catch (thrown) {
    // The code is used up: it takes another one to choose another password. Until then the account has none that anybody
    // knows, for the reason given at openByMail.
    await setPassword(client, makePassword());
    await client.auth((auth) => auth.signOut({ scope: 'local' }));
    throw thrown;
  }
  return user;
}

async function verify(
  client: AccountClient,
  proof: MailProof,
  type: 'email' | 'recovery',
): Promise<AuthUser> {
  const { data, error } = await client.auth((auth) =>
    'token' in proof
      ? auth.verifyOtp({ token_hash: proof.token, type })
      : auth.verifyOtp({ email: proof.email, token: proof.code, type }),
  );
  if (error === null && data.user !== null) {
    return data.user;
  }
  if (error?.status === 429) {
    throw new ApiError('rate_limited', { cause: error });
  }
  if (error?.code === 'user_banned') {
    throw new ApiError('forbidden', { cause: error });
  }
  throw new ApiError('invalid_request', {
    fields: { code: 'token' in proof ? 'link_used' : 'code_wrong' },
    cause: error,
  });
}
