import type { PlainAnswer } from '../route/plain-answer.ts';
import type { ApiError } from './api-error.ts';

/** The answer to an error: the same form for all of them, and nothing of the cause. */
export function formatError(error: ApiError, requestId: string): PlainAnswer {
  const body = { error: error.code, message: error.message, requestId, ...error.more };
  const wait = error.retryAfterSeconds === null ? {} : { 'Retry-After': String(error.retryAfterSeconds) };
  return {
    status: error.status,
    headers: { 'Content-Type': 'application/json', ...wait },
    cookies: [],
    text: JSON.stringify(body),
  };
}
