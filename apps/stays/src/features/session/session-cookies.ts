import 'server-only';
import type { PageRequest } from '@gudbro/api-kit';
import type { FullSession, IssuedToken } from '@gudbro/auth';
import { env, isHttps } from '@/env';
import { guestAuth } from '@/server/guest-auth';
import type { VerifiedStay } from '../verification/verified-stay';
import { formatClearedHadStayCookie, formatHadStayCookie, readHadStay } from './had-stay-cookie';

/** The session, and what remains of it once it has run out. */
export function formatSessionCookies(stay: VerifiedStay, issued: IssuedToken<FullSession>): string[] {
  const codes = [stay.room.code, stay.booking?.code, stay.session?.code].filter((code) => code != null);
  const had = { codes, salt: env().CLIENT_SALT, expiresAt: issued.expiresAt, isSecure: isHttps() };
  return [guestAuth().formatCookie(issued), formatHadStayCookie(had)];
}

/** Signing out leaves neither. */
export function formatSignedOutCookies(): string[] {
  return [guestAuth().formatClearedCookie(), formatClearedHadStayCookie(isHttps())];
}

/** Whether the reader of a page had a full session for it. */
export function hadStay({ headers }: PageRequest, code: string): boolean {
  return readHadStay(headers.get('cookie'), code, env().CLIENT_SALT);
}
