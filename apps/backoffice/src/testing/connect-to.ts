import type { TestDatabase } from '@gudbro/supabase-local/testing';
import {
  type AccountClient,
  type AccountClientOptions,
  createAccountClient,
  type SessionCookies,
} from '@/server/account-client';

/** The app's own database client, connected to the embedded Supabase in this process. */
export function connectTo(
  db: TestDatabase,
  cookies: SessionCookies,
  more: Pick<AccountClientOptions, 'fetch' | 'timeLimitMs'> = {},
): AccountClient {
  return createAccountClient({
    url: db.url,
    publishableKey: db.keys.publishableKey,
    isSecure: true,
    cookies,
    fetch: db.fetch,
    ...more,
  });
}
