import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { FullGuest, FullSession, IssuedToken } from '@gudbro/auth';
import type { VerifiedStay } from '@gudbro/guest-api/verified-stay';
import { guestAuth } from '../guest-auth';

// Browsers limit a cookie to 400 days, so no token is valid for longer. One day is left for clocks that differ.
const maxLifetimeMs = 399 * 24 * 60 * 60 * 1000;

/** Signs a full token for a verified stay. A guest whose stay is longer than a token's lifetime has to verify again. */
export function signFullSession(stay: VerifiedStay): Promise<IssuedToken<FullSession>> {
  const expiresAt = new Date(Math.min(Date.parse(stay.expiresAt), Date.now() + maxLifetimeMs));
  return guestAuth().signGuestToken({ ...toFullGuest(stay), expiresAt });
}

function toFullGuest({ subject }: VerifiedStay): FullGuest {
  const { propertyId, roomId, roomCode, bookingId, sessionId, phoneId, checkoutDate } = subject;
  const shared = {
    propertyId,
    ...(roomId === undefined ? {} : { roomId }),
    ...(roomCode === undefined ? {} : { roomCode }),
    ...(checkoutDate === undefined ? {} : { checkoutDate }),
    ...(phoneId === undefined ? {} : { phoneId }),
  };
  if (bookingId !== undefined) {
    return { ...shared, bookingId };
  }
  if (sessionId !== undefined) {
    return { ...shared, sessionId };
  }
  throw new ApiError('internal');
}
