import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { BrowseSession } from '@gudbro/auth';
import type { VerificationMethod } from '@gudbro/domain';
import { accessSettingsSchema } from '@gudbro/guest-api/room-access';
import { z } from 'zod';
import { tryGuestFunction } from '../call-guest-function';
import { clientForRoom } from './room-queries';

const roomMethodSchema = z.object({ ok: z.literal(true), accessSettings: accessSettingsSchema });

/** Finds the verification method of the room that a browse token is for. */
export async function findMethod(
  session: BrowseSession,
  clientKey: (...scope: string[]) => string,
): Promise<VerificationMethod> {
  const { roomCode } = session;
  const args = { room_code: roomCode, client: clientForRoom(roomCode, { session, clientKey }) };
  const room = await tryGuestFunction('resolve_room_access', args, roomMethodSchema);
  if (!(room instanceof ApiError)) {
    return room.accessSettings.verificationMethod;
  }
  switch (room.body.error) {
    case 'verification_required':
      return room.body.method;
    case 'invalid_room_code':
    case 'room_not_found':
    case 'room_code_replaced':
      // The room's code was replaced or the room was closed since the scan.
      throw new ApiError('session_expired');
    default:
      throw room;
  }
}
