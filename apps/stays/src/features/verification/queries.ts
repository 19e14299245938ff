import 'server-only';
import { callGuestFunction } from '@/server/call-guest-function';
import { type VerifiedStay, verifiedStaySchema } from './verified-stay';

export type RoomAnswer =
  | { lastName: string }
  | { pin: string }
  | { roomNumber: string }
  | Record<string, never>;

/** The client that attempts are counted for, and the language of the stay's texts. */
type CallerArgs = { client: string; locale: string };

export function verifyRoom(
  roomCode: string,
  answer: RoomAnswer,
  callerArgs: CallerArgs,
): Promise<VerifiedStay> {
  const args = { room_code: roomCode, answer, ...callerArgs };
  return callGuestFunction('verify_room_access', args, verifiedStaySchema);
}

export function verifyBooking(
  bookingCode: string,
  lastName: string,
  callerArgs: CallerArgs,
): Promise<VerifiedStay> {
  const args = { booking_code: bookingCode, last_name: lastName, ...callerArgs };
  return callGuestFunction('verify_booking_access', args, verifiedStaySchema);
}

export function openGuestSession(accessCode: string, callerArgs: CallerArgs): Promise<VerifiedStay> {
  const args = { access_code: accessCode, ...callerArgs };
  return callGuestFunction('open_guest_session', args, verifiedStaySchema);
}
