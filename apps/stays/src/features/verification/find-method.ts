import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { BrowseSession } from '@gudbro/auth';
import { z } from 'zod';
import { callGuestFunction } from '@/server/guest-database';
import { lookupKey } from '../room/queries';
import { accessSettingsSchema, roomRefusalSchema } from '../room/room-access';

const roomMethodSchema = z.union([
  z.object({ ok: z.literal(true), accessSettings: accessSettingsSchema }),
  roomRefusalSchema,
]);

/** How the guest of this room proves a stay, as the room's own page says it. */
export async function findMethod(
  session: BrowseSession,
  clientKey: (...scope: string[]) => string,
): Promise<string> {
  const { roomCode } = session;
  const args = { room_code: roomCode, client: lookupKey(roomCode, { session, clientKey }) };
  const room = await callGuestFunction('resolve_room_access', args, roomMethodSchema);
  if (room.ok) {
    return room.accessSettings.verificationMethod;
  }
  switch (room.error) {
    case 'verification_required':
      return room.method;
    case 'rate_limited':
      throw new ApiError('rate_limited', { retryAfterSeconds: room.retryAfterSeconds });
    default:
      // The code was replaced, or the room is closed: what was scanned leads nowhere.
      throw new ApiError('session_expired');
  }
}
