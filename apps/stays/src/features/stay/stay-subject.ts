import { ApiError } from '@gudbro/api-kit';
import type { FullSession, GuestSession } from '@gudbro/auth';
import type { StayCode } from './stay-code';

export type StaySubject = { propertyId: string; bookingId?: string; sessionId?: string; code?: string };

/** Where a browse token was scanned: it names the room and nobody. */
export type ScannedRoom = { propertyId: string; roomCode: string };

/** Who a full token stands for, in the words of the guest functions. */
export function stayOf({ propertyId, bookingId, sessionId }: FullSession): StaySubject {
  return bookingId === undefined ? { propertyId, sessionId } : { propertyId, bookingId };
}

/**
 * The same, for what is asked under a code. The room's is in the token; any other is for the database to compare, in the
 * same round trip.
 */
export function subjectOf(session: FullSession, { code }: StayCode): StaySubject {
  return code === session.roomCode ? stayOf(session) : { ...stayOf(session), code };
}

/** The same for what browsing may read: a browse token is for the room it was scanned in. */
export function readingSubjectOf(session: GuestSession, stayCode: StayCode): StaySubject | ScannedRoom {
  if (session.accessTier === 'full') {
    return subjectOf(session, stayCode);
  }
  if (session.roomCode !== stayCode.code) {
    throw new ApiError('wrong_stay');
  }
  return { propertyId: session.propertyId, roomCode: session.roomCode };
}
