/** Set by `proxy.ts` on the request it hands on: the session has to be renewed, and there is nobody to renew it. */
export const sessionUnavailableHeader = 'x-gudbro-session-unavailable';
