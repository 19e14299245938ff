'use server';

import { z } from 'zod';
import { emailField, nextField, passwordField } from '@/server/account-fields';
import { admitSignIn } from '@/server/admit-sign-in';
import { actionClient } from '@/server/current-account';
import { defineAction } from '@/server/define-action';
import { rememberMailedTo } from '@/server/mailed-to';
import { signIn } from '@/server/sign-in';
import { backofficeApi, readSignInTry, rememberDevice } from '@/server/sign-in-try';

const signInSchema = z.strictObject({ email: emailField, password: passwordField, next: nextField });

export const signInAction = defineAction(
  { action: 'session/sign-in', input: signInSchema, refill: ['email'] },
  async ({ input: { email, password, next } }) => {
    const attempt = await readSignInTry(email);
    await admitSignIn(attempt, backofficeApi());
    // For the page on which an address that is not confirmed yet is confirmed.
    await rememberMailedTo({ email, next });
    await signIn(await actionClient(), { email, password });
    await rememberDevice(attempt);
    return { redirectTo: next };
  },
);
