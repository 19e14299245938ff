import 'server-only';
import type { PageRequest } from '@gudbro/api-kit';
import type { RoomResponse } from '@gudbro/guest-api/room-response';
import { readRequestLocale } from '@/i18n/request-locale';
import type { Caller } from '@/server/caller';
import { guestAuth } from '@/server/guest-auth';
import { isSessionOfRoom } from '@/server/is-session-of-room';
import { mayReadToken } from '@/server/may-read-token';
import { isSessionRejected } from '@/server/session/is-session-rejected';
import { issueFullSession } from '@/server/session/issue-full-session';
import { getOwnStayWithContent } from '@/server/stay/own-stay-view';
import { resolveRoom } from '@/server/stay/room-queries';
import { shapeOwnRoom, shapeRoom } from '@/server/stay/room-response';

type Scan = { body: RoomResponse; cookies: string[] };

/** Scans a room's code: a verified guest of the room gets their own stay, anyone else what the browse tier may read. */
export async function scanRoom(code: string, caller: Caller, request: PageRequest): Promise<Scan> {
  return (await scanOwnRoom(code, caller, request)) ?? scanForBrowsing(code, caller, request);
}

/** Null if the session proves no stay in this room, or is no longer valid. */
async function scanOwnRoom(code: string, { session }: Caller, request: PageRequest): Promise<Scan | null> {
  if (session?.accessTier !== 'full') {
    return null;
  }
  try {
    const own = await getOwnStayWithContent(session, { kind: 'room', code }, readRequestLocale(request));
    // A stay that is not live names no room. Its new token keeps the room that the old one names.
    const { roomId, roomCode } = session;
    const subject = { roomId, roomCode, ...own.subject };
    const { body, cookies } = await issueFullSession({ ...own, subject }, request, null);
    return { body: shapeOwnRoom(own, body), cookies };
  } catch (thrown) {
    if (isSessionRejected(thrown)) {
      return null;
    }
    throw thrown;
  }
}

async function scanForBrowsing(code: string, caller: Caller, request: PageRequest): Promise<Scan> {
  const access = await resolveRoom(code, caller, readRequestLocale(request));
  const auth = guestAuth();
  const issued = await auth.signRoomBrowseToken({
    propertyId: access.property.id,
    roomId: access.room.id,
    roomCode: access.room.code,
  });
  // A browser that already has a browse session for this room does not get another cookie.
  const isBrowsing = caller.session?.accessTier === 'browse' && isSessionOfRoom(caller.session, code);
  const body = shapeRoom(access, {
    ...(mayReadToken(request) ? { token: issued.token } : {}),
    expiresAt: issued.expiresAt.toISOString(),
  });
  return { body, cookies: isBrowsing ? [] : [auth.formatCookie(issued)] };
}
