import 'server-only';
import { isLocalOrigin } from '@gudbro/api-kit';
import { env } from '../env';
import { createOwnerClient, type OwnerClient, type SessionCookies } from './owner-client';

export function connectOwner(cookies: SessionCookies): OwnerClient {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, ALLOW_INSECURE_COOKIES, BACKOFFICE_URL } = env();
  return createOwnerClient({
    url: SUPABASE_URL,
    publishableKey: SUPABASE_PUBLISHABLE_KEY,
    isSecure: !isLocalOrigin(BACKOFFICE_URL) && ALLOW_INSECURE_COOKIES === undefined,
    cookies,
  });
}
