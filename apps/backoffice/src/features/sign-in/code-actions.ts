'use server';

import type { AccountClient, AuthUser } from '@/server/account-client';
import { newPasswordField, proofSchema } from '@/server/account-fields';
import { admitSignIn } from '@/server/admit-sign-in';
import { actionClient } from '@/server/current-account';
import { defineAction } from '@/server/define-action';
import { forgetMailedTo } from '@/server/mailed-to';
import { backofficeApi, readSignInTry, rememberDevice } from '@/server/sign-in-try';
import { choosePassword, type MailProof, openByMail } from './open-by-mail';

type ProofInput = MailProof & { next: string };

/** Counts the try, under the address or under the token, and opens the account by it. */
async function open(
  input: ProofInput,
  run: (client: AccountClient, proof: MailProof) => Promise<AuthUser>,
): Promise<{ redirectTo: string }> {
  await admitSignIn(await readSignInTry('token' in input ? input.token : input.email), backofficeApi());
  const { email = '' } = await run(await actionClient(), input);
  await rememberDevice(await readSignInTry(email));
  await forgetMailedTo();
  return { redirectTo: input.next };
}

const refill = ['email', 'code'];

export const linkAction = defineAction(
  { action: 'session/open-by-mail', input: proofSchema({}), refill },
  ({ input }) => open(input, openByMail),
);

const withPassword = proofSchema({ password: newPasswordField });

export const confirmAction = defineAction(
  { action: 'account/confirm', input: withPassword, refill },
  ({ input }) => open(input, (client, proof) => choosePassword(client, 'confirm', proof, input.password)),
);

export const newPasswordAction = defineAction(
  { action: 'account/new-password', input: withPassword, refill },
  ({ input }) =>
    open(input, (client, proof) => choosePassword(client, 'new-password', proof, input.password)),
);
