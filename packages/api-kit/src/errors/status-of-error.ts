import type { ErrorBody } from './error-payloads.ts';
import { errorTable } from './error-table.ts';

/** How a response that says this error is sent, be it JSON or a page: its status, and when to come back. */
export function statusOfError(body: ErrorBody): { status: number; headers: Record<string, string> } {
  const { status } = errorTable[body.error];
  const seconds = 'retryAfterSeconds' in body ? body.retryAfterSeconds : undefined;
  return { status, headers: seconds === undefined ? {} : { 'Retry-After': String(seconds) } };
}
