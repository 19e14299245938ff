import type { PlainResponse } from '../route/plain-response.ts';
import type { ApiError } from './api-error.ts';
import { statusOfError } from './status-of-error.ts';

/** The response to an error: the same form for all of them, and nothing of the cause. */
export function formatError({ body, message }: ApiError, requestId: string): PlainResponse {
  const { error, ...payload } = body;
  const { status, headers } = statusOfError(body);
  return {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    cookies: [],
    text: JSON.stringify({ error, message, requestId, ...payload }),
  };
}
