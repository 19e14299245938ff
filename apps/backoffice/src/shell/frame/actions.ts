'use server';

import { localeCookieName } from '@gudbro/domain';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { locales } from '@/i18n/locales';
import { defineAction } from '@/server/define-action';
import { endSession } from '@/server/end-session';

const oneYearSeconds = 365 * 24 * 3600;

const runChooseLocale = defineAction(
  { action: 'locale/choose', input: z.strictObject({ locale: z.enum(locales) }) },
  async ({ input }) => {
    const store = await cookies();
    store.set(localeCookieName, input.locale, {
      path: '/',
      maxAge: oneYearSeconds,
      sameSite: 'lax',
      httpOnly: true,
    });
    return {};
  },
);

/** After it Next renders the page again, in the chosen language. */
export async function chooseLocaleAction(form: FormData): Promise<void> {
  await runChooseLocale(null, form);
}

const runSignOut = defineAction({ action: 'session/sign-out', input: z.strictObject({}) }, async () => {
  await endSession();
  return { redirectTo: '/sign-in' };
});

export async function signOutAction(form: FormData): Promise<void> {
  await runSignOut(null, form);
}
