import 'server-only';
import { callGuestFunction } from '@/server/call-guest-function';
import { type VerifiedStay, verifiedStaySchema } from './verified-stay';

export type RoomAnswer =
  | { lastName: string }
  | { pin: string }
  | { roomNumber: string }
  | Record<string, never>;

export function verifyRoom(roomCode: string, answer: RoomAnswer, client: string): Promise<VerifiedStay> {
  return callGuestFunction('verify_room_access', { room_code: roomCode, answer, client }, verifiedStaySchema);
}

export function verifyBooking(bookingCode: string, lastName: string, client: string): Promise<VerifiedStay> {
  const args = { booking_code: bookingCode, last_name: lastName, client };
  return callGuestFunction('verify_booking_access', args, verifiedStaySchema);
}

export function openGuestSession(accessCode: string, client: string): Promise<VerifiedStay> {
  return callGuestFunction('open_guest_session', { access_code: accessCode, client }, verifiedStaySchema);
}
