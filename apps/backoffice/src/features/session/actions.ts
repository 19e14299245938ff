'use server';

import { cookies } from 'next/headers';
import { z } from 'zod';
import { actionClient } from '@/server/current-owner';
import { defineAction } from '@/server/define-action';
import { ownerCookieName } from '@/server/owner-client';
import { readNextPath } from './next-path';
import { type SignInRefusal, signIn } from './sign-in';
import { signOut } from './sign-out';

const signInSchema = z.strictObject({
  email: z.string().trim().min(1, 'email_missing').max(254, 'email_invalid').pipe(z.email('email_invalid')),
  password: z.string().min(1, 'password_missing').max(200, 'password_too_long'),
  next: z.string().transform(readNextPath),
});

export const signInAction = defineAction<z.infer<typeof signInSchema>, SignInRefusal>(
  { action: 'session/sign-in', input: signInSchema, keep: ['email'] },
  async ({ input: { email, password, next } }) => {
    const result = await signIn(await actionClient(), { email, password });
    return result.ok ? { ok: true, redirectTo: next } : result;
  },
);

const runSignOut = defineAction({ action: 'session/sign-out', input: z.strictObject({}) }, async () => {
  await signOut(await actionClient());
  const store = await cookies();
  for (const { name } of store.getAll()) {
    if (name.startsWith(ownerCookieName)) {
      store.delete(name);
    }
  }
  return { ok: true, redirectTo: '/sign-in' };
});

export async function signOutAction(form: FormData): Promise<void> {
  await runSignOut(null, form);
}
