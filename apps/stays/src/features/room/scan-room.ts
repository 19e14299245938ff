import 'server-only';
import type { Caller } from '@/server/caller';
import { guestAuth } from '@/server/guest-auth';
import { isSessionOfRoom } from '@/server/is-session-of-room';
import { getOwnStayWithContent } from '../dashboard/own-stay-view';
import { isSessionRejected } from '../session/is-session-rejected';
import { issueFullSession } from '../verification/issue-full-session';
import { resolveRoom } from './queries';
import { type RoomResponse, shapeOwnRoom, shapeRoom } from './room-response';

type Scan = { body: RoomResponse; cookies: string[] };

/** Scans a room's code: a verified guest of the room gets their own stay, anyone else what the browse tier may read. */
export async function scanRoom(code: string, caller: Caller, locale: string): Promise<Scan> {
  return (await scanOwnRoom(code, caller, locale)) ?? scanForBrowsing(code, caller, locale);
}

/** Null if the session proves no stay in this room, or is no longer valid. */
async function scanOwnRoom(code: string, { session }: Caller, locale: string): Promise<Scan | null> {
  if (session?.accessTier !== 'full' || !isSessionOfRoom(session, code)) {
    return null;
  }
  try {
    const own = await getOwnStayWithContent(session, { kind: 'room', code }, locale);
    const { body, cookies } = await issueFullSession(own, null);
    return { body: shapeOwnRoom(own, body.token), cookies };
  } catch (thrown) {
    if (isSessionRejected(thrown)) {
      return null;
    }
    throw thrown;
  }
}

async function scanForBrowsing(code: string, caller: Caller, locale: string): Promise<Scan> {
  const access = await resolveRoom(code, caller, locale);
  const auth = guestAuth();
  const issued = await auth.signRoomBrowseToken({
    propertyId: access.property.id,
    roomId: access.room.id,
    roomCode: access.room.code,
  });
  // A browser that already has a browse session for this room does not get another cookie.
  const isBrowsing = caller.session?.accessTier === 'browse' && isSessionOfRoom(caller.session, code);
  return { body: shapeRoom(access, issued), cookies: isBrowsing ? [] : [auth.formatCookie(issued)] };
}
