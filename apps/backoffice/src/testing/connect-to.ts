import type { TestDatabase } from '@gudbro/supabase-local/testing';
import {
  createOwnerClient,
  type OwnerClient,
  type OwnerClientOptions,
  type SessionCookies,
} from '@/server/owner-client';

/** The app's own database client, connected to the embedded Supabase in this process. */
export function connectTo(
  db: TestDatabase,
  cookies: SessionCookies,
  more: Pick<OwnerClientOptions, 'fetch' | 'timeLimitMs'> = {},
): OwnerClient {
  return createOwnerClient({
    url: db.url,
    publishableKey: db.keys.publishableKey,
    isSecure: true,
    cookies,
    fetch: db.fetch,
    ...more,
  });
}
