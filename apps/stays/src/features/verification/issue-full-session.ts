import 'server-only';
import { formatSessionCookies } from '../session/session-cookies';
import { signFullSession } from './sign-full-session';
import type { VerifiedStay, VerifyResponse } from './verified-stay';

/** Signs a full token: in the response body for API clients, and in cookies for the web app. */
export async function issueFullSession(
  stay: VerifiedStay,
): Promise<{ body: VerifyResponse; cookies: string[] }> {
  const issued = await signFullSession(stay);
  const body: VerifyResponse = {
    token: issued.token,
    expiresAt: issued.expiresAt.toISOString(),
    accessTier: 'full',
    booking: stay.booking,
    room: stay.room,
    property: stay.property,
  };
  return { body, cookies: formatSessionCookies(stay, issued) };
}
