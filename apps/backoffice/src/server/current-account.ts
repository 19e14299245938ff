import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { AccountClient, SessionCookies } from './account-client';
import { connectAccount } from './connect-account';
import { formatSignInPath } from './next-path';
import { type Account, readAccount } from './read-account';
import { sessionUnavailableHeader } from './session-unavailable';

/** The client of a page, which cannot set cookies: `proxy.ts` has already renewed the session. */
export const pageClient = cache(async (): Promise<AccountClient> => {
  const store = await cookies();
  return connectAccount({ getAll: () => store.getAll() }, await readForwarded());
});

/** The client of an action, which can set cookies: it stores a session that Supabase Auth starts, renews or ends. */
export async function actionClient(): Promise<AccountClient> {
  const store = await cookies();
  const ownCookies: SessionCookies = {
    getAll: () => store.getAll(),
    setAll: (changed) => {
      for (const { name, value, options } of changed) {
        store.set(name, value, options);
      }
    },
  };
  return connectAccount(ownCookies, await readForwarded());
}

async function readForwarded(): Promise<string | null> {
  return (await headers()).get('x-forwarded-for');
}

/** The person of this request, or null. It is read once per request, even if many components call this. */
export const findAccount = cache(async (): Promise<Account | null> => {
  if ((await headers()).has(sessionUnavailableHeader)) {
    throw new ApiError('unavailable');
  }
  return readAccount(await pageClient());
});

/** The person of this request. Without one it redirects to the sign-in, which leads back to `path`. */
export async function requireAccount(path: string): Promise<Account> {
  return (await findAccount()) ?? redirect(formatSignInPath(path));
}
