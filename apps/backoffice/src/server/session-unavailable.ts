/** A header that `proxy.ts` adds to the request where a session has expired and Supabase Auth cannot be reached. */
export const sessionUnavailableHeader = 'x-gudbro-session-unavailable';
