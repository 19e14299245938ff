import { formatFault } from '../request-log.ts';
import { currentRequest } from '../server/current-request.ts';
import { terminalLog } from '../terminal-log.ts';
import type { ErrorCode } from './error-codes.ts';
import type { ErrorBody } from './error-payloads.ts';
import { toApiError } from './to-api-error.ts';

const ofEveryPage = ['rate_limited', 'unavailable', 'internal'] as const;

/** An error that every page has a text for. */
export type PageError = ErrorBody<(typeof ofEveryPage)[number]>;

/**
 * The error that a page shows for something that was thrown while it loaded: one that every page has a text for, or one of
 * `shown`. Any other error becomes `internal`. Faults (5xx, and errors without a text) go to the log.
 */
export function readPageError<Code extends ErrorCode = never>(
  thrown: unknown,
  route: string,
  shown: readonly Code[] = [],
): PageError | ErrorBody<Code> {
  const error = toApiError(thrown);
  const codes: readonly ErrorCode[] = [...ofEveryPage, ...shown];
  const isShown = codes.includes(error.code);
  if (!isShown || error.status >= 500) {
    terminalLog.fault({ requestId: currentRequest().requestId, route, ...formatFault(thrown) });
  }
  // `isShown`: its code is one of these.
  return isShown ? (error.body as PageError | ErrorBody<Code>) : { error: 'internal' };
}
