import type { PlainResponse } from '../route/plain-response.ts';
import type { ApiError } from './api-error.ts';
import { statusOfError } from './status-of-error.ts';

/** The JSON response for an error: `{ error, message, requestId, ...payload }`, without its cause. */
export function formatError({ body, message }: ApiError, requestId: string): PlainResponse {
  const { error, ...payload } = body;
  const { status, headers } = statusOfError(body);
  return {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    cookies: [],
    content: JSON.stringify({ error, message, requestId, ...payload }),
  };
}
