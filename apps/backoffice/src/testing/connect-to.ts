import type { TestDatabase } from '@gudbro/supabase-local/testing';
import type { CookieMethodsServer } from '@supabase/ssr';
import { createOwnerClient, type OwnerClient } from '@/server/owner-client';

/** The app's own client, on the embedded stack in this process. */
export function connectTo(db: TestDatabase, cookies: CookieMethodsServer, send = db.fetch): OwnerClient {
  return createOwnerClient({
    url: db.url,
    publishableKey: db.keys.publishableKey,
    isSecure: true,
    cookies,
    fetch: send,
  });
}
