import { GuestUsageError } from './guest-errors.ts';

/** The cookie's name unless the app names another. */
export const DEFAULT_COOKIE_NAME = 'gudbro_guest';

export type CookieSettings = { name: string; secure: boolean };

/** A `Set-Cookie` value that hides the token from scripts and ends with it. */
export function formatGuestCookie(
  issued: { token: string; expiresAt: Date },
  cookie: CookieSettings,
  now: Date,
): string {
  if (!/^[\w.-]+$/.test(issued.token)) {
    throw new GuestUsageError('invalid_token', 'only a token can be put into the session cookie');
  }
  const maxAgeSeconds = Math.max(0, Math.floor((issued.expiresAt.getTime() - now.getTime()) / 1000));
  return formatCookie(cookie, issued.token, maxAgeSeconds);
}

/** A `Set-Cookie` value that removes the session cookie. */
export function formatClearedGuestCookie(cookie: CookieSettings): string {
  return formatCookie(cookie, '', 0);
}

function formatCookie(cookie: CookieSettings, value: string, maxAgeSeconds: number): string {
  const secure = cookie.secure ? '; Secure' : '';
  return `${cookie.name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** True for the token characters of RFC 6265. */
export function isCookieName(name: unknown): name is string {
  return typeof name === 'string' && name.length <= 64 && /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name);
}

/** Browsers drop a cookie with these prefixes that is not `Secure`. */
export function needsSecure(name: string): boolean {
  return /^__(?:host|secure)-/i.test(name);
}

/**
 * Every value a `Cookie` header holds under a name, in its order. Quotes around a value are taken off;
 * nothing is decoded, since a token needs no encoding.
 */
export function readCookieValues(header: string, name: string): string[] {
  return header.split(';').flatMap((pair) => {
    const equals = pair.indexOf('=');
    if (equals < 0 || pair.slice(0, equals).trim() !== name) return [];
    const value = pair.slice(equals + 1).trim();
    return [/^".*"$/.test(value) ? value.slice(1, -1) : value];
  });
}
