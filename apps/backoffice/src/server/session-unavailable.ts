/** A header that `proxy.ts` adds to the request: the session has expired, and Supabase Auth is away. */
export const sessionUnavailableHeader = 'x-gudbro-session-unavailable';
