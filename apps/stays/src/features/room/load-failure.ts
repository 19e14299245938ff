import 'server-only';
import { ApiError, currentRequest, describeFault, terminalLog } from '@gudbro/api-kit';
import type { RoomProblem } from './room-problem';

/** The session proves no stay here: it is over, was called off, or is for another one. The page goes on without it. */
export function isExpired(thrown: unknown): boolean {
  return thrown instanceof ApiError && (thrown.code === 'session_expired' || thrown.code === 'wrong_stay');
}

/** Of those, the stay itself: the session was not just another stay's. */
export function isSessionOver(thrown: unknown): boolean {
  return thrown instanceof ApiError && thrown.code === 'session_expired';
}

/** A page has its own words for who asks too often, for a database that is away, and for a fault, which the log must hear of. */
export function toRoomProblem(thrown: unknown, route: string): RoomProblem {
  if (thrown instanceof ApiError && thrown.code === 'rate_limited') {
    return {
      ok: false,
      error: 'rate_limited',
      locked: false,
      retryAfterSeconds: thrown.retryAfterSeconds ?? 60,
    };
  }
  terminalLog.fault({ requestId: currentRequest().requestId, route, ...describeFault(thrown) });
  const isAway = thrown instanceof ApiError && thrown.code === 'unavailable';
  return { ok: false, error: isAway ? 'unavailable' : 'internal' };
}
