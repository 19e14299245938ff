import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import {
  type ResolvedRoom,
  type ResolvedRoomWithContent,
  resolvedRoomSchema,
  resolvedRoomWithContentSchema,
} from '@gudbro/guest-api/room-access';
import { z } from 'zod';
import { callGuestFunction } from '../call-guest-function';
import type { Caller } from '../caller';
import { isSessionOfRoom } from '../is-session-of-room';

/** What anyone with the room's code may read: the room, its property and WiFi. */
export function resolveRoom(roomCode: string, caller: Caller, locale: string): Promise<ResolvedRoom> {
  return callGuestFunction('resolve_room_access', roomArgs(roomCode, caller, locale), resolvedRoomSchema);
}

/** The same with the content that the room's page shows: the catalogue, deals and useful numbers. */
export function resolveRoomWithContent(
  roomCode: string,
  caller: Caller,
  locale: string,
): Promise<ResolvedRoomWithContent> {
  const args = { ...roomArgs(roomCode, caller, locale), with_content: true };
  return callGuestFunction('resolve_room_access', args, resolvedRoomWithContentSchema);
}

function roomArgs(roomCode: string, caller: Caller, locale: string) {
  return { room_code: roomCode, client: clientForRoom(roomCode, caller), locale };
}

/**
 * The client that a look-up of this room is counted for. A whole hotel may share one address, so a caller who already
 * has a session for the room is counted apart: another caller who guesses codes there must not lock them out.
 */
export function clientForRoom(roomCode: string, { session, clientKey }: Caller): string {
  return isSessionOfRoom(session, roomCode) ? clientKey(roomCode) : clientKey();
}

const resolvedCodeSchema = z.object({ ok: z.literal(true), roomCode: z.string() });

/** The code of the room that an old printed QR links to, or null if there is no such room. */
export function resolveCheckinLink(
  propertyId: string,
  roomId: string,
  client: string,
): Promise<string | null> {
  const args = { property_id: propertyId, room_id: roomId, client };
  return roomCodeOrNull(callGuestFunction('resolve_checkin_link', args, resolvedCodeSchema));
}

/** The code of the room with this label, or null if there is none or the property does not open rooms by label. */
export function resolveRoomLabel(label: string, client: string): Promise<string | null> {
  return roomCodeOrNull(callGuestFunction('resolve_room_label', { label, client }, resolvedCodeSchema));
}

async function roomCodeOrNull(resolved: Promise<{ roomCode: string }>): Promise<string | null> {
  try {
    return (await resolved).roomCode;
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === 'room_not_found') {
      return null;
    }
    throw thrown;
  }
}
