import 'server-only';
import type { Caller } from '@/server/caller';
import { guestAuth } from '@/server/guest-auth';
import { isSessionOfRoom } from '@/server/is-session-of-room';
import { getOwnStayWithContent } from '../dashboard/own-stay-view';
import { isExpired } from '../session/is-expired';
import { openFullSession } from '../verification/open-full-session';
import { openRoom } from './queries';
import { type RoomResponse, shapeOwnRoom, shapeRoom } from './room-response';

type Scan = { body: RoomResponse; cookies: string[] };

/** A scan by whoever holds the phone: a guest who proved a stay here gets it, anybody else what the room gives to read. */
export async function scanRoom(code: string, caller: Caller, locale: string): Promise<Scan> {
  return (await scanOwnRoom(code, caller, locale)) ?? scanAsAnybody(code, caller, locale);
}

/** Null: no stay is proved in this room, or it has ended. */
async function scanOwnRoom(code: string, { session }: Caller, locale: string): Promise<Scan | null> {
  if (session?.accessTier !== 'full' || !isSessionOfRoom(session, code)) {
    return null;
  }
  try {
    const own = await getOwnStayWithContent(session, { kind: 'room', code }, locale);
    const { body, cookies } = await openFullSession(own);
    return { body: shapeOwnRoom(own, body.token), cookies };
  } catch (thrown) {
    if (isExpired(thrown)) {
      return null;
    }
    throw thrown;
  }
}

async function scanAsAnybody(code: string, caller: Caller, locale: string): Promise<Scan> {
  const access = await openRoom(code, caller, locale);
  const auth = guestAuth();
  const issued = await auth.signRoomBrowseToken({
    propertyId: access.property.id,
    roomId: access.room.id,
    roomCode: access.room.code,
  });
  const isKept = caller.session?.accessTier === 'browse' && isSessionOfRoom(caller.session, code);
  return { body: shapeRoom(access, issued), cookies: isKept ? [] : [auth.formatCookie(issued)] };
}
