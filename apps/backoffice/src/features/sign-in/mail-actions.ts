'use server';

import { z } from 'zod';
import { emailField, nameField, nextField } from '@/server/account-fields';
import { admitMail } from '@/server/admit-sign-in';
import { defineAction } from '@/server/define-action';
import { type MailedTo, rememberMailedTo } from '@/server/mailed-to';
import { backofficeApi, readSignInTry } from '@/server/sign-in-try';
import { connectVisitor, type VisitorAuth } from '@/server/visitor-auth';
import { type MailKind, requestMail, signUp } from './request-mail';

/** Counts the request, asks Supabase Auth, and leads to the page for the code: for every address the same. */
async function sendMail(to: MailedTo, send: (auth: VisitorAuth) => Promise<void>): Promise<void> {
  const api = backofficeApi();
  await admitMail(await readSignInTry(to.email), api);
  await send(connectVisitor(api));
  await rememberMailedTo(to);
}

export const signUpAction = defineAction(
  {
    action: 'account/sign-up',
    input: z.strictObject({ name: nameField, email: emailField, next: nextField }),
    refill: ['name', 'email'],
  },
  async ({ input: { name, email, next } }) => {
    await sendMail({ email, next }, (auth) => signUp(auth, { email, name }));
    return { redirectTo: '/sign-in/confirm' };
  },
);

const mailInput = z.strictObject({ email: emailField, next: nextField });

export const mailLinkAction = defineAction(
  { action: 'session/mail-code', input: mailInput, refill: ['email'] },
  async ({ input }) => {
    await sendMail(input, (auth) => requestMail(auth, 'link', input.email));
    return { redirectTo: '/sign-in/link' };
  },
);

export const forgottenAction = defineAction(
  { action: 'account/forgotten', input: mailInput, refill: ['email'] },
  async ({ input }) => {
    await sendMail(input, (auth) => requestMail(auth, 'new-password', input.email));
    return { redirectTo: '/sign-in/new-password' };
  },
);

const kinds = ['confirm', 'link', 'new-password'] as const satisfies readonly MailKind[];

/** Another mail of the kind that the page is about. */
export const mailAgainAction = defineAction(
  {
    action: 'account/mail-again',
    input: z.strictObject({ email: emailField, next: nextField, kind: z.enum(kinds) }),
    refill: ['email'],
  },
  async ({ input: { kind, ...to } }) => {
    await sendMail(to, (auth) => requestMail(auth, kind, to.email));
    return { redirectTo: `/sign-in/${kind}?sent=again` };
  },
);
