import type { ErrorCode } from '@gudbro/api-kit';

/** A row of the error table as it came over the line, or `offline`: nothing came. */
export class ApiFailure extends Error {
  override name = 'ApiFailure';
  readonly code: ErrorCode | 'offline';
  readonly retryAfterSeconds: number | null;
  /** Fields beside error and message, such as the items that cannot be had. */
  readonly more: Record<string, unknown>;

  constructor(code: ErrorCode | 'offline', retryAfterSeconds: number | null, more: Record<string, unknown>) {
    super(code);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
    this.more = more;
  }
}

/** Whatever was thrown, as a failure. A fault of our own is one too, and the console hears what it was. */
export function toFailure(thrown: unknown): ApiFailure {
  if (thrown instanceof ApiFailure) {
    return thrown;
  }
  console.error(thrown);
  return new ApiFailure('internal', null, {});
}

/** Nobody said yes or no: it may have arrived, and may work the next time. */
export function isUnanswered(thrown: unknown): boolean {
  return isFailure(thrown, 'offline', 'unavailable', 'internal');
}

export function isFailure(thrown: unknown, ...codes: ApiFailure['code'][]): thrown is ApiFailure {
  return thrown instanceof ApiFailure && codes.includes(thrown.code);
}
