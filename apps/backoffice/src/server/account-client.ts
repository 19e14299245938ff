import 'server-only';
import { ApiError, mapDatabaseError } from '@gudbro/api-kit';
import type { Database } from '@gudbro/db-types';
import { type CookieMethodsServer, type CookieOptions, createServerClient } from '@supabase/ssr';
import type { AuthError, PostgrestBuilder, SupabaseClient, User } from '@supabase/supabase-js';
import { createFailFastFetch } from './fail-fast-fetch';

/** The cookie with the session of Supabase Auth, split into several cookies where it is long. No script can read it. */
export const accountCookieName = 'gudbro_owner';

/** Tells Supabase's logs and gateway which of our servers is calling. */
export const userAgent = 'gudbro-backoffice';

const defaultTimeLimitMs = 8_000;

// PostgREST refuses the token: it is forged, malformed or has expired. In this app the token is the person's own.
const refusedToken = /^PGRST30[1-3]$/;

export type { AuthError, User as AuthUser };

export type SessionCookies = CookieMethodsServer;

export type SessionCookieOptions = CookieOptions;

export type AccountClientOptions = {
  url: string;
  publishableKey: string;
  isSecure: boolean;
  cookies: SessionCookies;
  fetch?: typeof fetch;
  timeLimitMs?: number;
};

/** What a query is built from. Only `AccountClient.query` provides one. */
export type QuerySource = Pick<SupabaseClient<Database>, 'from' | 'rpc'>;

/** A query that is built but not sent. An async function cannot return one, so `build` cannot await a query. */
type Query<Data> = PostgrestBuilder<{ PostgrestVersion?: string }, Data>;

/** A file to store: bytes, since Storage checks no size limit on a stream. */
export type StoredFile = { bucket: string; path: string; bytes: Uint8Array; contentType: string };

type AuthCalls = SupabaseClient['auth'];

/** The database and Supabase Auth as the person of one request. Row-level security decides what they may do. */
export type AccountClient = {
  /**
   * Sends one query and returns its data: `client.query((db) => db.from('accom_rooms').select('id'))`, or `db.rpc(…)`.
   * Throws an `ApiError`: the error of the database, or `unavailable` within the time limit.
   */
  query: <Data>(build: (db: QuerySource) => Query<Data>) => Promise<Data>;
  /**
   * Calls Supabase Auth: `client.auth((auth) => auth.signOut())`. An `error` in the result has a status of 4xx, such as
   * 429. Any other failure is thrown as `unavailable` within the time limit.
   */
  auth: <Result extends { error: AuthError | null }>(
    call: (auth: AuthCalls) => Promise<Result>,
  ) => Promise<Result>;
  /** Stores a file under a path that has none yet. Throws `unavailable` if it is not known to be stored. */
  store: (file: StoredFile) => Promise<void>;
  /** The bytes of a stored file. Throws `not_found` where there is none, or none that the person may read. */
  fetchFile: (file: Pick<StoredFile, 'bucket' | 'path'>) => Promise<Blob>;
};

/** A client that acts as the person whose cookies these are. It has no key with more rights than that person. */
export function createAccountClient(options: AccountClientOptions): AccountClient {
  const { fetch: failFastFetch, outage } = createFailFastFetch(
    options.fetch ?? fetch,
    options.timeLimitMs ?? defaultTimeLimitMs,
  );
  const supabase = createServerClient<Database>(options.url, options.publishableKey, {
    cookies: options.cookies,
    cookieOptions: {
      name: accountCookieName,
      httpOnly: true,
      secure: options.isSecure,
      sameSite: 'lax',
      path: '/',
    },
    global: { fetch: failFastFetch, headers: { 'user-agent': userAgent } },
    db: { retry: false },
  });
  return {
    query: async (build) => {
      const { data, error, status } = await Promise.race([build(supabase), outage]);
      if (error !== null) {
        throw refusedToken.test(error.code)
          ? new ApiError('session_expired', { cause: error })
          : mapDatabaseError(error, status);
      }
      return data;
    },
    auth: async (call) => {
      const result = await Promise.race([call(supabase.auth), outage]);
      if (result.error !== null && !isClientError(result.error)) {
        throw new ApiError('unavailable', { cause: result.error });
      }
      return result;
    },
    store: async ({ bucket, path, bytes, contentType }) => {
      const upload = supabase.storage.from(bucket).upload(path, bytes, {
        contentType,
        upsert: false,
        // Storage responds to a refused upload without reading it, and on a connection that is used again the next upload
        // would wait for a minute (mended in Storage's releases since September 2026).
        headers: { connection: 'close' },
      });
      const { error } = await Promise.race([upload, outage]);
      if (error !== null) {
        throw new ApiError('unavailable', { cause: error });
      }
    },
    fetchFile: async ({ bucket, path }) => {
      const { data, error } = await Promise.race([supabase.storage.from(bucket).download(path), outage]);
      if (error !== null) {
        const { status = 500 } = error as { status?: number }; // a StorageUnknownError has none
        throw new ApiError(status >= 400 && status < 500 ? 'not_found' : 'unavailable', { cause: error });
      }
      return data;
    },
  };
}

function isClientError({ status = 0 }: AuthError): boolean {
  return status >= 400 && status < 500;
}
