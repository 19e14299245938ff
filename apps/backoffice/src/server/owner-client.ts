import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { Database } from '@gudbro/db-types';
import { type CookieMethodsServer, createServerClient } from '@supabase/ssr';
import type { SupabaseClient } from '@supabase/supabase-js';

/** Holds the session of Supabase Auth, in chunks where it is long. No script can read it. */
export const ownerCookieName = 'gudbro_owner';

const timeoutMs = 8_000;

export type OwnerClientOptions = {
  url: string;
  publishableKey: string;
  isSecure: boolean;
  cookies: CookieMethodsServer;
  fetch?: typeof fetch;
};

export type OwnerClient = {
  supabase: SupabaseClient<Database>;
  /** Waits for the answer, or throws `unavailable` at once where there is nobody to answer. */
  reach: <T>(asking: PromiseLike<T>) => Promise<T>;
};

/** supabase-js for one request, as the person its cookies belong to. It knows no key that sees more than they may. */
export function createOwnerClient(options: OwnerClientOptions): OwnerClient {
  const line = openLine(options.fetch ?? fetch);
  const supabase = createServerClient<Database>(options.url, options.publishableKey, {
    cookies: options.cookies,
    cookieOptions: {
      name: ownerCookieName,
      httpOnly: true,
      secure: options.isSecure,
      sameSite: 'lax',
      path: '/',
    },
    global: { fetch: line.fetch },
    db: { retry: false },
  });
  return { supabase, reach: (asking) => Promise.race([asking, line.broken]) };
}

/**
 * A fetch that tells when it finds nobody, and is silent from then on. supabase-js itself would try for half a minute:
 * a person would wait, and a session renewed after they were answered would be lost, its old token being spent.
 */
function openLine(send: typeof fetch): { fetch: typeof fetch; broken: Promise<never> } {
  let reason: ApiError | null = null;
  let tell: (reason: ApiError) => void;
  const broken = new Promise<never>((_resolve, reject) => {
    tell = reject;
  });
  const breakLine = (cause: unknown) => {
    reason = new ApiError('unavailable', { cause });
    tell(reason);
    return reason;
  };
  const tellingFetch: typeof fetch = async (input, init) => {
    if (reason !== null) {
      throw reason;
    }
    const response = await sendInTime(send, input, init).catch((thrown: unknown) => {
      throw breakLine(thrown);
    });
    if (response.status >= 502 || (response.status >= 500 && isAuth(input))) {
      breakLine(new Error(`answered ${response.status}`));
    }
    return response;
  };
  return { fetch: tellingFetch, broken };
}

function sendInTime(send: typeof fetch, ...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  return send(input, { ...init, signal });
}

/** A fault of Supabase Auth says nothing about a session. One of the database has its code, and is mapped by it. */
function isAuth(input: string | URL | Request): boolean {
  return new URL(input instanceof Request ? input.url : input).pathname.startsWith('/auth/v1/');
}
