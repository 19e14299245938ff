import 'server-only';
import { randomBytes } from 'node:crypto';
import { ApiError } from '@gudbro/api-kit';
import type { AccountClient } from './account-client';

/**
 * Sets the password of who is signed in, and ends the account's other sessions. Returns false where it is the one the account
 * has already. Throws which rule of the deployment it breaks.
 */
export async function setPassword(client: AccountClient, password: string): Promise<boolean> {
  const { error } = await client.auth((auth) => auth.updateUser({ password }));
  if (error !== null && error.code !== 'same_password') {
    throw error.code === 'weak_password'
      ? new ApiError('invalid_request', { fields: { password: 'password_weak' }, cause: error })
      : new ApiError('internal', { cause: error });
  }
  await endSessions(client, 'others');
  return error === null;
}

/** Ends the sessions of the account: all, or all but this one. Throws where Supabase Auth refuses, since they go on then. */
export async function endSessions(client: AccountClient, scope: 'global' | 'others'): Promise<void> {
  const { error } = await client.auth((auth) => auth.signOut({ scope }));
  if (error !== null) {
    throw new ApiError(error.status === 401 || error.status === 403 ? 'session_expired' : 'internal', {
      cause: error,
    });
  }
}

/** A password that nobody knows, of all kinds of characters that a deployment may ask for. Supabase Auth takes 72 bytes at most. */
export function makePassword(): string {
  return `${randomBytes(32).toString('base64url')}aA1-`;
}
