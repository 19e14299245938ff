import 'server-only';
import type { PageRequest } from '@gudbro/api-kit';
import type { FullSession, IssuedToken } from '@gudbro/auth';
import { env, isHttps } from '@/env';
import { guestAuth } from '@/server/guest-auth';
import { formatClearedDeskCookie } from '../property/desk-cookie';
import type { VerifiedStay } from '../verification/verified-stay';
import {
  formatClearedPastSessionCookie,
  formatPastSessionCookie,
  hadSessionFor,
} from './past-session-cookie';

/** The session's cookie, and the one that tells later that there was a session. */
export function formatSessionCookies(stay: VerifiedStay, issued: IssuedToken<FullSession>): string[] {
  const codes = [stay.room.code, stay.booking?.code, stay.session?.code].filter((code) => code != null);
  const had = { codes, salt: env().CLIENT_SALT, expiresAt: issued.expiresAt, isSecure: isHttps() };
  return [guestAuth().formatCookie(issued), formatPastSessionCookie(had)];
}

export function formatSignedOutCookies(): string[] {
  return [
    guestAuth().formatClearedCookie(),
    formatClearedPastSessionCookie(isHttps()),
    formatClearedDeskCookie(isHttps()),
  ];
}

/** Whether the browser that requests a page had a full session for this code. */
export function hadFullSession({ headers }: PageRequest, code: string): boolean {
  return hadSessionFor(headers.get('cookie'), code, env().CLIENT_SALT);
}
