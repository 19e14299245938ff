import { type ErrorCode, isErrorCode } from './error-codes.ts';
import type { ErrorBody } from './error-payloads.ts';

export type { ErrorBody, ErrorCode };

/**
 * Reads the error in a response of our API in the browser. It needs no schema: the server checked the payload before it
 * sent it. A body without a request id did not come from our server, and a code may be newer than this script: both are
 * `internal`.
 */
export function readErrorBody(json: unknown): ErrorBody {
  return isFromOurApi(json) ? json : { error: 'internal' };
}

function isFromOurApi(json: unknown): json is ErrorBody {
  return (
    typeof json === 'object' &&
    json !== null &&
    'requestId' in json &&
    'error' in json &&
    typeof json.error === 'string' &&
    isErrorCode(json.error)
  );
}
