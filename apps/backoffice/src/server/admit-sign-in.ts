import 'server-only';
import { ApiError, mapDatabaseError, mapReturnedError } from '@gudbro/api-kit';
import type { Database } from '@gudbro/db-types';
import { createClient } from '@supabase/supabase-js';
import { userAgent } from './account-client';
import { createFailFastFetch } from './fail-fast-fetch';

/** A try to sign in, as the database counts it: by salted hashes. */
export type SignInTry = {
  account: string;
  client: string;
  /** A browser that has signed in to this account before; else null. */
  device: string | null;
};

export type BackofficeApi = {
  url: string;
  publishableKey: string;
  /** The key of the role backoffice_api, which may do this and nothing else. */
  backofficeKey: string;
  fetch?: typeof fetch;
  timeLimitMs?: number;
};

/** Counts a try before Supabase Auth is asked. Throws `rate_limited` after too many, and `unavailable`. */
export function admitSignIn(attempt: SignInTry, api: BackofficeApi): Promise<void> {
  return admit('admit_sign_in', attempt, api);
}

/** Counts a request for a mail before Supabase Auth is asked for it. Throws as above. */
export function admitMail(attempt: SignInTry, api: BackofficeApi): Promise<void> {
  return admit('admit_mail', attempt, api);
}

async function admit(
  counter: 'admit_sign_in' | 'admit_mail',
  { account, client, device }: SignInTry,
  api: BackofficeApi,
): Promise<void> {
  const limited = createFailFastFetch(api.fetch ?? fetch, api.timeLimitMs ?? 8_000);
  const supabase = createClient<Database>(api.url, api.publishableKey, {
    accessToken: async () => api.backofficeKey,
    global: { fetch: limited.fetch, headers: { 'user-agent': userAgent } },
    db: { retry: false },
  });
  const call = supabase.rpc(counter, { account, client, ...(device === null ? {} : { device }) });
  const { data, error, status } = await Promise.race([call, limited.outage]);
  if (error !== null) {
    const mapped = mapDatabaseError(error, status);
    // `forbidden` means that our own key is of another role.
    throw mapped.code === 'forbidden' ? new ApiError('internal', { cause: error }) : mapped;
  }
  const refusal = mapReturnedError(data);
  if (refusal !== null) {
    throw refusal;
  }
}
