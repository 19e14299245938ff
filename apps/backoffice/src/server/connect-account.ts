import 'server-only';
import { isLocalOrigin } from '@gudbro/api-kit';
import { env } from '../env';
import { type AccountClient, createAccountClient, type SessionCookies } from './account-client';

export function connectAccount(cookies: SessionCookies): AccountClient {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, ALLOW_INSECURE_COOKIES, BACKOFFICE_URL } = env();
  return createAccountClient({
    url: SUPABASE_URL,
    publishableKey: SUPABASE_PUBLISHABLE_KEY,
    isSecure: !isLocalOrigin(BACKOFFICE_URL) && ALLOW_INSECURE_COOKIES === undefined,
    cookies,
  });
}
