import { ApiError } from '@gudbro/api-kit';

export type FailFastFetch = {
  fetch: typeof fetch;
  /** Rejects with `unavailable` when the first request fails. Never resolves. */
  outage: Promise<never>;
};

/**
 * A fetch with a time limit. When one request fails, `outage` rejects at once and no further request is sent.
 * supabase-js itself would retry for half a minute while the person waits. It could also renew the session after the page
 * was sent: the new token would be lost, and the old one can no longer be renewed.
 */
export function createFailFastFetch(send: typeof fetch, timeLimitMs: number): FailFastFetch {
  let failure: ApiError | null = null;
  let reject: (reason: ApiError) => void;
  const outage = new Promise<never>((_resolve, rejectOutage) => {
    reject = rejectOutage;
  });
  const fail = (cause: unknown): ApiError => {
    failure = new ApiError('unavailable', { cause });
    reject(failure);
    return failure;
  };
  const failFastFetch: typeof fetch = async (input, init) => {
    if (failure !== null) {
      throw failure;
    }
    const response = await sendInTime(send, timeLimitMs, input, init).catch((thrown: unknown) => {
      throw fail(thrown);
    });
    if (isOutage(response.status, input)) {
      throw fail(new Error(`Status ${response.status}`));
    }
    return response;
  };
  return { fetch: failFastFetch, outage };
}

function sendInTime(
  send: typeof fetch,
  timeLimitMs: number,
  ...[input, init]: Parameters<typeof fetch>
): Promise<Response> {
  const timeout = AbortSignal.timeout(timeLimitMs);
  const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  return send(input, { ...init, signal });
}

/**
 * Whether to try later. Only for Supabase Auth a 500 is an outage: a 500 of the database has an error code, which is mapped.
 * A renewal that Supabase Auth refuses because it has too many of them (429, 409) says nothing about the session. For
 * supabase-js it would be the end of the session, and it would delete the cookie.
 */
function isOutage(status: number, input: FetchInput): boolean {
  const isAuth = readUrl(input).pathname.startsWith('/auth/v1/');
  return status >= (isAuth ? 500 : 502) || (isRenewal(input) && (status === 429 || status === 409));
}

type FetchInput = Parameters<typeof fetch>[0];

/** Whether this asks Supabase Auth for a new token of a session. */
export function isRenewal(input: FetchInput): boolean {
  const { pathname, searchParams } = readUrl(input);
  return pathname.startsWith('/auth/v1/') && searchParams.get('grant_type') === 'refresh_token';
}

function readUrl(input: FetchInput): URL {
  return new URL(input instanceof Request ? input.url : input);
}
