import { createHmac } from 'node:crypto';
import type { PageRequest } from '@gudbro/api-kit';
import { formatCookie, maxAgeAfterSession } from '../format-cookie';
import { readCookie } from '../read-cookie';

/**
 * When a session is over, its cookie is gone and the server cannot tell that the browser ever had one. This cookie lives
 * longer, so that a page can say that the session has ended. It holds only hashes of the session's codes, which prove
 * nothing and name nobody.
 */
const pastSessionCookieName = 'gudbro_had_stay';

/** The value that an open page writes when it finds that its session is over (use-session-watch.ts). */
const anyPage = '*';

type PastSession = { codes: readonly string[]; salt: string; expiresAt: Date; isSecure: boolean };

export function formatPastSessionCookie(
  { codes, salt, expiresAt, isSecure }: PastSession,
  now = new Date(),
): string {
  const hashes = codes.map((code) => hashCode(code, salt)).join('.');
  const maxAgeSeconds = maxAgeAfterSession(expiresAt, now);
  return formatCookie({ name: pastSessionCookieName, value: hashes, maxAgeSeconds, isSecure });
}

export function formatClearedPastSessionCookie(isSecure: boolean): string {
  return formatCookie({ name: pastSessionCookieName, value: '', maxAgeSeconds: 0, isSecure });
}

/** Whether the browser had a full session for this code. */
export function hadSessionFor(request: PageRequest, code: string, salt: string): boolean {
  const value = readCookie(request, pastSessionCookieName) ?? '';
  return value === anyPage || value.split('.').includes(hashCode(code, salt));
}

function hashCode(code: string, salt: string): string {
  return createHmac('sha256', salt).update(`had-stay ${code}`).digest('base64url').slice(0, 16);
}
