'use server';

import { z } from 'zod';
import { admitSignIn } from '@/server/admit-sign-in';
import { actionClient } from '@/server/current-account';
import { defineAction } from '@/server/define-action';
import { readNextPath } from '@/server/next-path';
import { backofficeApi, readSignInTry, rememberDevice } from '@/server/sign-in-try';
import { signIn } from './sign-in';

const signInSchema = z.strictObject({
  email: z.string().trim().min(1, 'email_missing').max(254, 'email_invalid').pipe(z.email('email_invalid')),
  password: z.string().min(1, 'password_missing').max(200, 'password_too_long'),
  next: z.string().transform(readNextPath),
});

export const signInAction = defineAction(
  { action: 'session/sign-in', input: signInSchema, refill: ['email'] },
  async ({ input: { email, password, next } }) => {
    const attempt = await readSignInTry(email);
    await admitSignIn(attempt, backofficeApi());
    await signIn(await actionClient(), { email, password });
    await rememberDevice(attempt);
    return { redirectTo: next };
  },
);
