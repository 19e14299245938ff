import type { ApiError } from './api-error.ts';

/** The answer to an error: the same form for all of them, and nothing of the cause. */
export function formatError(error: ApiError, requestId: string): Response {
  const body = { error: error.code, message: error.message, requestId, ...error.more };
  const response = Response.json(body, { status: error.status });
  if (error.retryAfterSeconds !== null) {
    response.headers.set('Retry-After', String(error.retryAfterSeconds));
  }
  return response;
}
