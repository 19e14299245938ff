import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { FullGuest, FullSession, IssuedToken } from '@gudbro/auth';
import { guestAuth } from '@/server/guest-auth';
import type { VerifiedStay } from './verified-stay';

/** A full token for whom the database has just proved. */
export function signFullSession(stay: VerifiedStay): Promise<IssuedToken<FullSession>> {
  return guestAuth().signGuestToken({ ...readGuest(stay), expiresAt: new Date(stay.expiresAt) });
}

function readGuest({ subject }: VerifiedStay): FullGuest {
  const { propertyId, roomId, roomCode, bookingId, sessionId, checkoutDate } = subject;
  const place = {
    propertyId,
    roomId,
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
