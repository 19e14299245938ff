import { ApiError } from './api-error.ts';

/** Returns a thrown ApiError unchanged. Anything else becomes `internal`, with the thrown value as cause. */
export function toApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError('internal', { cause: thrown });
}
