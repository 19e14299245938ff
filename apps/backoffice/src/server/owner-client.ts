import 'server-only';
import { ApiError, mapDatabaseError } from '@gudbro/api-kit';
import type { Database } from '@gudbro/db-types';
import { type CookieMethodsServer, type CookieOptions, createServerClient } from '@supabase/ssr';
import type { AuthError, PostgrestBuilder, SupabaseClient } from '@supabase/supabase-js';
import { createFailFastFetch } from './fail-fast-fetch';

/** Holds the session of Supabase Auth, in chunks where it is long. No script can read it. */
export const ownerCookieName = 'gudbro_owner';

const defaultTimeLimitMs = 8_000;

export type SessionCookies = CookieMethodsServer;

export type SessionCookieOptions = CookieOptions;

export type OwnerClientOptions = {
  url: string;
  publishableKey: string;
  isSecure: boolean;
  cookies: SessionCookies;
  fetch?: typeof fetch;
  timeLimitMs?: number;
};

/** Where a query begins. Only `OwnerClient.query` hands one out. */
export type QuerySource = Pick<SupabaseClient<Database>, 'from' | 'rpc'>;

/** A query that was built and not sent. An async function cannot return one, so none can be awaited on the way. */
type Query<Data> = PostgrestBuilder<{ PostgrestVersion?: string }, Data>;

type AuthCalls = SupabaseClient['auth'];

/** The database and Supabase Auth as the person of one request. Row-level security decides what they may do. */
export type OwnerClient = {
  /**
   * Sends one query and returns its data: `client.query((db) => db.from('accom_rooms').select('id'))`, or `db.rpc(…)`.
   * Throws an `ApiError`: what the database refused, or `unavailable` within the time limit.
   */
  query: <Data>(build: (db: QuerySource) => Query<Data>) => Promise<Data>;
  /**
   * Calls Supabase Auth: `client.auth((auth) => auth.signOut())`. An `error` in the result is a refusal (4xx), 429
   * included; what is no refusal is thrown as `unavailable`, within the time limit.
   */
  auth: <Result extends { error: AuthError | null }>(
    call: (auth: AuthCalls) => Promise<Result>,
  ) => Promise<Result>;
};

/** Connects as the person the cookies belong to. It knows no key that sees more than they may. */
export function createOwnerClient(options: OwnerClientOptions): OwnerClient {
  const { fetch: failFastFetch, outage } = createFailFastFetch(
    options.fetch ?? fetch,
    options.timeLimitMs ?? defaultTimeLimitMs,
  );
  const supabase = createServerClient<Database>(options.url, options.publishableKey, {
    cookies: options.cookies,
    cookieOptions: {
      name: ownerCookieName,
      httpOnly: true,
      secure: options.isSecure,
      sameSite: 'lax',
      path: '/',
    },
    global: { fetch: failFastFetch },
    db: { retry: false },
  });
  return {
    query: async (build) => {
      const { data, error, status } = await Promise.race([build(supabase), outage]);
      if (error !== null) {
        throw mapDatabaseError(error, status);
      }
      return data;
    },
    auth: async (call) => {
      const result = await Promise.race([call(supabase.auth), outage]);
      if (result.error !== null && !isRefusal(result.error)) {
        throw new ApiError('unavailable', { cause: result.error });
      }
      return result;
    },
  };
}

function isRefusal({ status = 0 }: AuthError): boolean {
  return status >= 400 && status < 500;
}
