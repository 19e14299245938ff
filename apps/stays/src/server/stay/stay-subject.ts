import { ApiError } from '@gudbro/api-kit';
import type { FullSession, GuestSession } from '@gudbro/auth';
import type { StayCode } from '@gudbro/guest-api/stay-code';

export type StaySubject = {
  propertyId: string;
  bookingId?: string;
  sessionId?: string;
  phoneId?: string;
  code?: string;
};

/** What a browse token proves: the room whose code was scanned, and no guest. */
export type ScannedRoom = { propertyId: string; roomCode: string };

/** Whom a full token names, as the guest functions take it. */
export function subjectOfSession({ propertyId, bookingId, sessionId, phoneId }: FullSession): StaySubject {
  const stay = bookingId === undefined ? { propertyId, sessionId } : { propertyId, bookingId };
  return phoneId === undefined ? stay : { ...stay, phoneId };
}

/**
 * The subject for a request under a code. The room's code is in the token, so it is compared here. Any other code is
 * passed on, and the database compares it in the same round trip.
 */
export function subjectOf(session: FullSession, { code }: StayCode): StaySubject {
  return code === session.roomCode ? subjectOfSession(session) : { ...subjectOfSession(session), code };
}

/** The subject for a route of the browse tier. A browse token is valid only for the room it was issued for. */
export function subjectForReading(session: GuestSession, stayCode: StayCode): StaySubject | ScannedRoom {
  if (session.accessTier === 'full') {
    return subjectOf(session, stayCode);
  }
  if (session.roomCode !== stayCode.code) {
    throw new ApiError('wrong_stay');
  }
  return { propertyId: session.propertyId, roomCode: session.roomCode };
}
