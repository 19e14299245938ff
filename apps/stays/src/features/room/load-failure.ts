import 'server-only';
import { ApiError, currentRequest, describeFault, terminalLog } from '@gudbro/api-kit';
import type { RoomProblem } from './room-problem';

/** The stay is over or was called off: the page goes on without it. */
export function isExpired(thrown: unknown): boolean {
  return thrown instanceof ApiError && (thrown.code === 'session_expired' || thrown.code === 'wrong_stay');
}

/** A page has its own words for a database that is away, and for a fault, which the log must hear of. */
export function toRoomProblem(thrown: unknown, route: string): RoomProblem {
  terminalLog.fault({ requestId: currentRequest().requestId, route, ...describeFault(thrown) });
  const isAway = thrown instanceof ApiError && thrown.code === 'unavailable';
  return { ok: false, error: isAway ? 'unavailable' : 'internal' };
}
