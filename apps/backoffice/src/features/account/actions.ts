'use server';

import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import { nameField, newPasswordField, passwordField } from '@/server/account-fields';
import { admitSignIn } from '@/server/admit-sign-in';
import { actionClient } from '@/server/current-account';
import { defineAction } from '@/server/define-action';
import { type Account, readAccount } from '@/server/read-account';
import { endSessions, setPassword } from '@/server/set-password';
import { signIn } from '@/server/sign-in';
import { backofficeApi, readSignInTry } from '@/server/sign-in-try';

async function requireOwn(client: AccountClient): Promise<Account> {
  const account = await readAccount(client);
  if (account === null) {
    throw new ApiError('session_expired');
  }
  return account;
}

export const renameAction = defineAction(
  { action: 'account/rename', input: z.strictObject({ name: nameField }), refill: ['name'] },
  async ({ input: { name } }) => {
    const client = await actionClient();
    const { id } = await requireOwn(client);
    await client.query((db) =>
      db.from('accounts').update({ display_name: name }).eq('id', id).select('id').single(),
    );
    return {};
  },
);

/** Asks for the current password, so that nobody changes it on a computer that was left alone. */
export const changePasswordAction = defineAction(
  {
    action: 'account/change-password',
    input: z.strictObject({ current: passwordField, password: newPasswordField }),
  },
  async ({ input: { current, password } }) => {
    const client = await actionClient();
    const { email } = await requireOwn(client);
    await admitSignIn(await readSignInTry(email), backofficeApi());
    await signIn(client, { email, password: current });
    if (!(await setPassword(client, password))) {
      throw new ApiError('invalid_request', { fields: { password: 'password_same' } });
    }
    return {};
  },
);

export const signOutOthersAction = defineAction(
  { action: 'account/sign-out-others', input: z.strictObject({}) },
  async () => {
    await endSessions(await actionClient(), 'others');
    return {};
  },
);

export const signOutAllAction = defineAction(
  { action: 'account/sign-out-all', input: z.strictObject({}) },
  async () => {
    await endSessions(await actionClient(), 'global');
    return { redirectTo: '/sign-in' };
  },
);
