import 'server-only';
import { ApiError } from '@gudbro/api-kit';

/** Whether the session does not prove this stay: the stay has ended or was cancelled, or the session is for another. */
export function isSessionRejected(thrown: unknown): boolean {
  return thrown instanceof ApiError && (thrown.code === 'session_expired' || thrown.code === 'wrong_stay');
}

/** Whether the session's own stay has ended or was cancelled. */
export function isSessionExpired(thrown: unknown): boolean {
  return thrown instanceof ApiError && thrown.code === 'session_expired';
}
