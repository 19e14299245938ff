import { KeysUnavailableError, SessionExpiredError } from '@gudbro/auth';
import { ApiError } from './api-error.ts';

/** Turns whatever was thrown into one row of the error table. What we did not foresee is `internal`. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) {
    return thrown;
  }
  if (thrown instanceof SessionExpiredError) {
    return new ApiError('session_expired', { cause: thrown });
  }
  if (thrown instanceof KeysUnavailableError) {
    return new ApiError('unavailable', { cause: thrown });
  }
  return new ApiError('internal', { cause: thrown });
}
