import { formatFault } from '../request-log.ts';
import { currentRequest } from '../server/current-request.ts';
import { terminalLog } from '../terminal-log.ts';
import type { ErrorBody } from './error-payloads.ts';
import type { ErrorCode } from './error-table.ts';
import { toApiError } from './to-api-error.ts';

const ofEveryPage = ['rate_limited', 'unavailable', 'internal'] as const;

/** An error that every page has words for. */
export type PageError = ErrorBody<(typeof ofEveryPage)[number]>;

/**
 * What a page shows for whatever was thrown while it was loaded: what every page has words for, or one of `shown`. An error
 * it has no words for is `internal`; what is our fault goes to the log.
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
  // Its code is one of these.
  return isShown ? (error.body as PageError | ErrorBody<Code>) : { error: 'internal' };
}
