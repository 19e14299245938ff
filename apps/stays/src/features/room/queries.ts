import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import { callGuestFunction } from '@/server/call-guest-function';
import type { Caller } from '@/server/caller';
import { isSessionOfRoom } from '@/server/is-session-of-room';
import { type OpenRoom, openRoomSchema, type ReadableRoom, readableRoomSchema } from './room-access';

/** What a scan tells, whoever scans: the room, its property and WiFi. */
export function openRoom(roomCode: string, caller: Caller, locale: string): Promise<OpenRoom> {
  return callGuestFunction('resolve_room_access', lookUp(roomCode, caller, locale), openRoomSchema);
}

/** What a room's page shows, in one round trip: also the catalogue, the deals and the numbers. */
export function readRoom(roomCode: string, caller: Caller, locale: string): Promise<ReadableRoom> {
  const args = { ...lookUp(roomCode, caller, locale), with_content: true };
  return callGuestFunction('resolve_room_access', args, readableRoomSchema);
}

function lookUp(roomCode: string, caller: Caller, locale: string) {
  return { room_code: roomCode, client: lookupKey(roomCode, caller), locale };
}

/**
 * Who is counted. A whole hotel may share one address. Who already opened this room counts apart from it, so that
 * somebody else's guessing behind the same address does not close the page they are reading.
 */
export function lookupKey(roomCode: string, { session, clientKey }: Caller): string {
  return isSessionOfRoom(session, roomCode) ? clientKey(roomCode) : clientKey();
}

const foundRoomSchema = z.object({ ok: z.literal(true), roomCode: z.string() });

/** The code of the room an old printed QR names, or null where there is none. */
export function findRoomOfOldLink(
  propertyId: string,
  roomId: string,
  client: string,
): Promise<string | null> {
  const args = { property_id: propertyId, room_id: roomId, client };
  return codeOrNull(callGuestFunction('resolve_checkin_link', args, foundRoomSchema));
}

/** The code of the room with this readable name, or null where there is none, or none that may be opened by it. */
export function findRoomOfLabel(label: string, client: string): Promise<string | null> {
  return codeOrNull(callGuestFunction('resolve_room_label', { label, client }, foundRoomSchema));
}

async function codeOrNull(asked: Promise<{ roomCode: string }>): Promise<string | null> {
  try {
    return (await asked).roomCode;
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === 'room_not_found') {
      return null;
    }
    throw thrown;
  }
}
