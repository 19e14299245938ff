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

/** Turns anything thrown into an error that a screen can show. Anything but a RequestError is a fault: log all of it. */
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

/** The server may or may not have done what was requested. A retry may succeed. */
export function isOutcomeUnknown(thrown: unknown): boolean {
  if (
    thrown instanceof RequestError &&
    thrown.body.error === 'unavailable' &&
    thrown.body.reason !== undefined
  ) {
    return false; // a reason says that nothing was done
  }
  return isRequestError(thrown, 'offline', 'unavailable', 'internal');
}
