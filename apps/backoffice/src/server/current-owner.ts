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

/** For pages, which can read cookies and not set them. `proxy.ts` has refreshed the session before. */
export const pageClient = cache(async (): Promise<OwnerClient> => {
  const store = await cookies();
  return connectOwner({ getAll: () => store.getAll() });
});

/** For actions: what Supabase Auth answers goes into the browser's cookies. */
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

/** Once per request, however many parts of a page ask. */
export const findOwner = cache(async (): Promise<Owner | null> => {
  if ((await headers()).has(sessionUnavailableHeader)) {
    throw new ApiError('unavailable');
  }
  return readOwner(await pageClient());
});

/** The person whose page this is, or the way to the sign-in and back to `path`. */
export async function requireOwner(path: string): Promise<Owner> {
  return (await findOwner()) ?? redirect(formatSignInPath(path));
}
