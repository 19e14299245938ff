import { stringifySetCookie } from 'cookie';

type Cookie = {
  name: string;
  value: string;
  path?: string;
  /** 0 deletes the cookie. */
  maxAgeSeconds: number;
  /** Whether the browser may send it over https only. */
  isSecure: boolean;
};

const afterSessionMs = 3 * 24 * 60 * 60 * 1000;

/** Until three days after the session: for cookies by which a guest is known again once it is over. */
export function maxAgeAfterSession(sessionExpiresAt: Date, now: Date): number {
  return Math.max(0, Math.floor((sessionExpiresAt.getTime() + afterSessionMs - now.getTime()) / 1000));
}

/** Formats a Set-Cookie value. Scripts cannot read the cookie, and forms on other sites do not send it. */
export function formatCookie({ name, value, path = '/', maxAgeSeconds, isSecure }: Cookie): string {
  const options = { path, maxAge: maxAgeSeconds, httpOnly: true, sameSite: 'lax', secure: isSecure } as const;
  return stringifySetCookie({ name, value, ...options });
}
