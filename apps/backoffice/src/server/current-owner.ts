import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { connectOwner } from './connect-owner';
import { formatSignInPath } from './next-path';
import type { OwnerClient } from './owner-client';
import { type Owner, readOwner } from './read-owner';
import { sessionUnavailableHeader } from './session-unavailable';

/** The client of a page, which cannot set cookies: `proxy.ts` has already renewed the session. */
export const pageClient = cache(async (): Promise<OwnerClient> => {
  const store = await cookies();
  return connectOwner({ getAll: () => store.getAll() });
});

/** The client of an action, which can set cookies: it stores a session that Supabase Auth starts, renews or ends. */
export async function actionClient(): Promise<OwnerClient> {
  const store = await cookies();
  return connectOwner({
    getAll: () => store.getAll(),
    setAll: (changed) => {
      for (const { name, value, options } of changed) {
        store.set(name, value, options);
      }
    },
  });
}

/** The person of this request, or null. It is read once per request, even if many components call this. */
export const findOwner = cache(async (): Promise<Owner | null> => {
  if ((await headers()).has(sessionUnavailableHeader)) {
    throw new ApiError('unavailable');
  }
  return readOwner(await pageClient());
});

/** The person of this request. Without one it redirects to the sign-in, which leads back to `path`. */
export async function requireOwner(path: string): Promise<Owner> {
  return (await findOwner()) ?? redirect(formatSignInPath(path));
}
