import 'server-only';
import type { PageRequest } from '@gudbro/api-kit';
import type { FullSession, IssuedToken } from '@gudbro/auth';
import type { VerifiedStay } from '@gudbro/guest-api/verified-stay';
import { env, isHttps } from '@/env';
import { guestAuth } from '../guest-auth';
import { formatClearedDeskCookie } from './desk-cookie';
import {
  formatClearedPastSessionCookie,
  formatPastSessionCookie,
  hadSessionFor,
} from './past-session-cookie';
import { formatClearedPhoneCookie, formatPhoneCookie, type Phone } from './phone-cookie';

/** The session's cookie, the one that tells later that there was a session, and that of the phone that proved the stay. */
export function formatSessionCookies(
  stay: VerifiedStay,
  issued: IssuedToken<FullSession>,
  phone: Phone | null,
): string[] {
  const codes = [stay.room.code, stay.booking?.code, stay.session?.code].filter((code) => code != null);
  const had = { codes, salt: env().CLIENT_SALT, expiresAt: issued.expiresAt, isSecure: isHttps() };
  return [
    guestAuth().formatCookie(issued),
    formatPastSessionCookie(had),
    ...(phone ? [formatPhoneCookie(phone, issued.expiresAt, isHttps())] : []),
  ];
}

export function formatSignedOutCookies(): string[] {
  const isSecure = isHttps();
  return [
    guestAuth().formatClearedCookie(),
    formatClearedPastSessionCookie(isSecure),
    formatClearedPhoneCookie(isSecure),
    formatClearedDeskCookie(isSecure),
  ];
}

/** Whether the browser that requests a page had a full session for this code. */
export function hadFullSession({ headers }: PageRequest, code: string): boolean {
  return hadSessionFor({ headers }, code, env().CLIENT_SALT);
}
