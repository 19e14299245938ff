import 'server-only';
import { callGuestFunction } from '@/server/call-guest-function';
import { type VerifiedStay, verifiedStaySchema } from './verified-stay';

export type RoomAnswer =
  | { lastName: string }
  | { pin: string }
  | { roomNumber: string }
  | Record<string, never>;

/** Who is counted, and in which language the stay is described. */
type Verifier = { client: string; locale: string };

export function verifyRoom(roomCode: string, answer: RoomAnswer, verifier: Verifier): Promise<VerifiedStay> {
  const args = { room_code: roomCode, answer, ...verifier };
  return callGuestFunction('verify_room_access', args, verifiedStaySchema);
}

export function verifyBooking(
  bookingCode: string,
  lastName: string,
  verifier: Verifier,
): Promise<VerifiedStay> {
  const args = { booking_code: bookingCode, last_name: lastName, ...verifier };
  return callGuestFunction('verify_booking_access', args, verifiedStaySchema);
}

export function openGuestSession(accessCode: string, verifier: Verifier): Promise<VerifiedStay> {
  const args = { access_code: accessCode, ...verifier };
  return callGuestFunction('open_guest_session', args, verifiedStaySchema);
}
