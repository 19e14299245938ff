import type { ErrorBody } from '@gudbro/api-kit/read-error-body';

/** An error as the browser knows it: one of the API's, or `offline`: no response came. Narrow it by `error`. */
export type ClientError = ErrorBody | { error: 'offline' };

/** Thrown by `requestApi`. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly body: ClientError;

  constructor(body: ClientError) {
    super(body.error);
    this.body = body;
  }
}

/** Whatever was thrown, for a screen to say. What no request threw is a fault of ours, and the console gets all of it. */
export function readClientError(thrown: unknown): ClientError {
  if (thrown instanceof RequestError) {
    return thrown.body;
  }
  console.error(thrown);
  return { error: 'internal' };
}

export function isRequestError(thrown: unknown, ...codes: ClientError['error'][]): boolean {
  return thrown instanceof RequestError && codes.includes(thrown.body.error);
}

/** The server said neither yes nor no: the request may have arrived, and may work the next time. */
export function isUnanswered(thrown: unknown): boolean {
  return isRequestError(thrown, 'offline', 'unavailable', 'internal');
}
