import 'server-only';
import type { PageRequest } from '@gudbro/api-kit';
import type { VerifiedStay, VerifyResponse } from '@gudbro/guest-api/verified-stay';
import { mayReadToken } from '../may-read-token';
import type { Phone } from './phone-cookie';
import { formatSessionCookies } from './session-cookies';
import { signFullSession } from './sign-full-session';

/**
 * Signs a full token: in the response body for clients of the API, and in cookies for the web app. `phone` is the one that
 * has just proved the stay, or null where it did so before.
 */
export async function issueFullSession(
  stay: VerifiedStay,
  request: PageRequest,
  phone: Phone | null,
): Promise<{ body: VerifyResponse; cookies: string[] }> {
  const issued = await signFullSession(stay);
  const body: VerifyResponse = {
    ...(mayReadToken(request) ? { token: issued.token } : {}),
    expiresAt: issued.expiresAt.toISOString(),
    accessTier: 'full',
    booking: stay.booking,
    room: stay.room,
    property: stay.property,
  };
  return { body, cookies: formatSessionCookies(stay, issued, phone) };
}
