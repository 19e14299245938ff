import type { ErrorBody } from './error-payloads.ts';
import { errorTable } from './error-table.ts';

/** The status of a response with this error, JSON or page, and its Retry-After header if the error has a wait. */
export function statusOfError(body: ErrorBody): { status: number; headers: Record<string, string> } {
  const { status } = errorTable[body.error];
  const seconds = 'retryAfterSeconds' in body ? body.retryAfterSeconds : undefined;
  return { status, headers: seconds === undefined ? {} : { 'Retry-After': String(seconds) } };
}
