import 'server-only';
import { type VerifiedStay, verifiedStaySchema } from '@gudbro/guest-api/verified-stay';
import { callGuestFunction } from '../call-guest-function';
import type { Prover } from '../session/read-prover';

export type RoomAnswer =
  | { lastName: string }
  | { pin: string }
  | { roomNumber: string }
  | Record<string, never>;

/** The client that attempts are counted for, the caller's phone, and the language of the stay's texts. */
const toArgs = ({ client, phone: { keyHash, label }, locale }: Prover) => ({
  client,
  phone: { keyHash, label },
  locale,
});

/** `hasScanned`: the caller has a session of this room, so the misses of others at their address do not stop them. */
export function verifyRoom(
  roomCode: string,
  answer: RoomAnswer,
  { hasScanned, ...caller }: Prover & { hasScanned: boolean },
): Promise<VerifiedStay> {
  const args = { room_code: roomCode, answer, has_scanned: hasScanned, ...toArgs(caller) };
  return callGuestFunction('verify_room_access', args, verifiedStaySchema);
}

export function verifyBooking(bookingCode: string, lastName: string, caller: Prover): Promise<VerifiedStay> {
  const args = { booking_code: bookingCode, last_name: lastName, ...toArgs(caller) };
  return callGuestFunction('verify_booking_access', args, verifiedStaySchema);
}

export function openGuestSession(accessCode: string, caller: Prover): Promise<VerifiedStay> {
  const args = { access_code: accessCode, ...toArgs(caller) };
  return callGuestFunction('open_guest_session', args, verifiedStaySchema);
}
