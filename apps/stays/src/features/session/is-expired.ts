import 'server-only';
import { ApiError } from '@gudbro/api-kit';

/** The session proves no stay here: it is over, was called off, or is for another one. The page goes on without it. */
export function isExpired(thrown: unknown): boolean {
  return thrown instanceof ApiError && (thrown.code === 'session_expired' || thrown.code === 'wrong_stay');
}

/** Of those, the stay itself: the session was not just another stay's. */
export function isSessionOver(thrown: unknown): boolean {
  return thrown instanceof ApiError && thrown.code === 'session_expired';
}
