import 'server-only';
import { ApiError, currentRequest, describeFault, type PageFacts, terminalLog } from '@gudbro/api-kit';
import { readPageCaller } from '@/server/caller';
import { guestAuth } from '@/server/guest-auth';
import { isSessionOfRoom } from '@/server/is-session-of-room';
import { resolveRoom } from './queries';
import type { OpenRoom } from './room-access';
import { readRoomCode } from './room-code';
import type { RoomProblem } from './room-problem';

type RoomLoad = { access: OpenRoom | RoomProblem; input: string; answer: PageFacts };

const statusOf: Record<RoomProblem['error'], number> = {
  malformed_code: 400,
  invalid_room_code: 400,
  verification_required: 403,
  room_not_found: 404,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
};

/** All a room's page needs, in one round trip to the database. */
export async function loadRoomPage(addressPart: string): Promise<RoomLoad> {
  const reading = readRoomCode(addressPart);
  if (!reading.ok) {
    return refused({ ok: false, error: 'malformed_code', reason: reading.refusal }, reading.input);
  }
  const caller = await readPageCaller();
  const access = await resolveRoom(reading.code, caller).catch(toProblem);
  if (!access.ok) {
    return refused(access, reading.input);
  }
  const cookies = isSessionOfRoom(caller.session, access.room.code) ? [] : [await signBrowseCookie(access)];
  return { access, input: reading.input, answer: { cookies } };
}

function refused(access: RoomProblem, input: string): RoomLoad {
  const retry = retryAfterSeconds(access);
  return {
    access,
    input,
    answer: {
      status: statusOf[access.error],
      ...(retry === null ? {} : { headers: { 'Retry-After': String(retry) } }),
    },
  };
}

function retryAfterSeconds(problem: RoomProblem): number | null {
  if (problem.error === 'rate_limited') {
    return problem.retryAfterSeconds;
  }
  return problem.error === 'unavailable' ? 5 : null;
}

/** The page has its own words for a database that is away, and for a fault, which the log must hear of. */
function toProblem(thrown: unknown): RoomProblem {
  const { requestId } = currentRequest();
  terminalLog.fault({ requestId, route: '/stay/room/[roomCode]', ...describeFault(thrown) });
  const isAway = thrown instanceof ApiError && thrown.code === 'unavailable';
  return { ok: false, error: isAway ? 'unavailable' : 'internal' };
}

// Scanning the code starts the session: what needs the browse tier works from here on.
async function signBrowseCookie({ property, room }: OpenRoom): Promise<string> {
  const auth = guestAuth();
  const issued = await auth.signRoomBrowseToken({
    propertyId: property.id,
    roomId: room.id,
    roomCode: room.code,
  });
  return auth.formatCookie(issued);
}
