import { type ErrorBody, type ErrorInput, errorPayloads } from './error-payloads.ts';
import { type ErrorCode, errorTable } from './error-table.ts';

type Options<Code extends ErrorCode> = ErrorInput<Code> & {
  /** What led to it. For the log: it never leaves. */
  cause?: unknown;
};

/** One pair for each code. Where an error has nothing it must tell, the code alone will do. */
export type ErrorArguments = {
  [Code in ErrorCode]: Record<never, never> extends ErrorInput<Code>
    ? [code: Code, options?: Options<Code>]
    : [code: Code, options: Options<Code>];
}[ErrorCode];

/**
 * An error of the table, thrown by a handler, a query or a step of the wrapper:
 * `new ApiError('conflict', { reason: 'bed_is_taken' })`. To read what it tells, narrow `body` by its `error`.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly body: ErrorBody;

  constructor(...[code, options]: ErrorArguments) {
    super(errorTable[code].message, { cause: options?.cause });
    // The schema of this very code gives this code's payload, which the compiler does not follow through the lookup.
    this.body = { error: code, ...errorPayloads[code].parse(options ?? {}) } as ErrorBody;
  }

  get code(): ErrorCode {
    return this.body.error;
  }

  get status(): number {
    return errorTable[this.code].status;
  }
}
