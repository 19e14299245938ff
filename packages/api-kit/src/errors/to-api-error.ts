import { ApiError } from './api-error.ts';

/** Turns whatever was thrown into one row of the error table. What we did not foresee is `internal`. */
export function toApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError('internal', { cause: thrown });
}
