import type { ApiError } from './api-error.ts';
import { statusOfError } from './status-of-error.ts';

/** The JSON response for an error, without its cause. */
export function formatError(error: ApiError, requestId: string): Response {
  const { status, headers } = statusOfError(error.body);
  return new Response(formatErrorBody(error, requestId), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

/** Its body: `{ error, message, requestId, ...payload }`. */
export function formatErrorBody({ body, message }: ApiError, requestId: string): string {
  const { error, ...payload } = body;
  return JSON.stringify({ error, message, requestId, ...payload });
}
