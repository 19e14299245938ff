import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { FullGuest, FullSession, IssuedToken } from '@gudbro/auth';
import { guestAuth } from '@/server/guest-auth';
import type { VerifiedStay } from './verified-stay';

// No browser keeps a cookie for longer than 400 days, and no token lives longer. A day is left for clocks that differ.
const longestMs = 399 * 24 * 60 * 60 * 1000;

/** A full token for whom the database has just proved. Who stays, or books, for longer than a token lives proves it again. */
export function signFullSession(stay: VerifiedStay): Promise<IssuedToken<FullSession>> {
  const expiresAt = new Date(Math.min(Date.parse(stay.expiresAt), Date.now() + longestMs));
  return guestAuth().signGuestToken({ ...readGuest(stay), expiresAt });
}

function readGuest({ subject }: VerifiedStay): FullGuest {
  const { propertyId, roomId, roomCode, bookingId, sessionId, checkoutDate } = subject;
  const place = {
    propertyId,
    ...(roomId === undefined ? {} : { roomId }),
    ...(roomCode === undefined ? {} : { roomCode }),
    ...(checkoutDate === undefined ? {} : { checkoutDate }),
  };
  if (bookingId !== undefined) {
    return { ...place, bookingId };
  }
  if (sessionId !== undefined) {
    return { ...place, sessionId };
  }
  throw new ApiError('internal');
}
