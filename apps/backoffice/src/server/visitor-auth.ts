import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { type AuthError, createClient, type SupabaseClient } from '@supabase/supabase-js';
import { userAgent } from './account-client';
import type { BackofficeApi } from './admit-sign-in';
import { createFailFastFetch } from './fail-fast-fetch';

/** Supabase Auth as somebody who is not signed in. */
export type VisitorAuth = <Result extends { error: AuthError | null }>(
  call: (auth: SupabaseClient['auth']) => Promise<Result>,
) => Promise<Result>;

/**
 * A client for what sends a mail. It has no cookies, so that nothing it gets becomes this browser's session, and no PKCE, which
 * the client with cookies always has: a link would work only in the browser that asked for it, and mails are often opened
 * on another device. Throws `unavailable` as that client does.
 */
export function connectVisitor(
  api: Pick<BackofficeApi, 'url' | 'publishableKey' | 'fetch' | 'timeLimitMs'>,
): VisitorAuth {
  const limited = createFailFastFetch(api.fetch ?? fetch, api.timeLimitMs ?? 8_000);
  const { auth } = createClient(api.url, api.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false, flowType: 'implicit' },
    global: { fetch: limited.fetch, headers: { 'user-agent': userAgent } },
  });
  return async (call) => {
    const result = await Promise.race([call(auth), limited.outage]);
    const { status = 0 } = result.error ?? {};
    if (result.error !== null && (status < 400 || status >= 500)) {
      throw new ApiError('unavailable', { cause: result.error });
    }
    return result;
  };
}
