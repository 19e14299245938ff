import type { ErrorBody } from './error-payloads.ts';
import { type ErrorCode, isErrorCode } from './error-table.ts';

export type { ErrorBody, ErrorCode };

/**
 * The error in a response of our API, for the browser: it brings no schemas along. The payload was checked by its schema
 * before the server sent it; what has no request id was not sent by our server, and a code may be newer than this script.
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
