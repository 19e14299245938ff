import 'server-only';
import { isLocalOrigin } from '@gudbro/api-kit';
import { env } from '../env';
import { type AccountClient, createAccountClient, type SessionCookies } from './account-client';
import { limitRenewals } from './limit-renewals';

/** `forwarded` is the request's header X-Forwarded-For. */
export function connectAccount(cookies: SessionCookies, forwarded: string | null): AccountClient {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
  return createAccountClient({
    url: SUPABASE_URL,
    publishableKey: SUPABASE_PUBLISHABLE_KEY,
    isSecure: areCookiesSecure(),
    cookies,
    fetch: limitRenewals(forwarded),
  });
}

/** On plain http, as in a demo, browsers drop Secure cookies. */
export function areCookiesSecure(): boolean {
  const { ALLOW_INSECURE_COOKIES, BACKOFFICE_URL } = env();
  return !isLocalOrigin(BACKOFFICE_URL) && ALLOW_INSECURE_COOKIES === undefined;
}
