import type { CodeRefusal } from '@gudbro/access-codes';
import type { RoomRefusal } from './room-access';

/** Why a room's page does not open: what the database refuses, and what never got that far. */
export type RoomProblem =
  | RoomRefusal
  | { ok: false; error: 'malformed_code'; reason: CodeRefusal }
  | { ok: false; error: 'unavailable' }
  | { ok: false; error: 'internal' };

const statusOf: Record<RoomProblem['error'], number> = {
  malformed_code: 400,
  invalid_room_code: 400,
  verification_required: 403,
  room_not_found: 404,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
};

/** How a page that has this to say answers: its status, and when to come back. */
export function statusOfProblem(problem: RoomProblem): { status: number; headers?: Record<string, string> } {
  const seconds = retryAfterSeconds(problem);
  const status = statusOf[problem.error];
  return seconds === null ? { status } : { status, headers: { 'Retry-After': String(seconds) } };
}

function retryAfterSeconds(problem: RoomProblem): number | null {
  if (problem.error === 'rate_limited') {
    return problem.retryAfterSeconds;
  }
  return problem.error === 'unavailable' ? 5 : null;
}
