import type { ErrorCode } from './error-codes.ts';
import { type ErrorBody, type ErrorInput, errorPayloads } from './error-payloads.ts';
import { errorTable } from './error-table.ts';

type Options<Code extends ErrorCode> = ErrorInput<Code> & {
  /** What led to it. For the log only: no response contains it. */
  cause?: unknown;
};

/** A code and its payload. The payload may be left out where none of its fields is required. */
export type ErrorArguments = {
  [Code in ErrorCode]: Record<never, never> extends ErrorInput<Code>
    ? [code: Code, options?: Options<Code>]
    : [code: Code, options: Options<Code>];
}[ErrorCode];

/**
 * An error of the table, thrown by a handler, a query or a step of the wrapper:
 * `new ApiError('conflict', { reason: 'bed_is_taken' })`. To read its payload, narrow `body` by `error`.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly body: ErrorBody;

  constructor(...[code, options]: ErrorArguments) {
    super(errorTable[code].message, { cause: options?.cause });
    // The schema of this code returns this code's payload, but the compiler loses that in the lookup.
    this.body = { error: code, ...errorPayloads[code].parse(options ?? {}) } as ErrorBody;
  }

  get code(): ErrorCode {
    return this.body.error;
  }

  get status(): number {
    return errorTable[this.code].status;
  }
}
