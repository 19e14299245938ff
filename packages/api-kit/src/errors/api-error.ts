import { type ErrorCode, errorTable } from './error-table.ts';

type ApiErrorOptions = {
  /** Fields beside `error` and `message` in the answer. Never anything the caller may not know. */
  more?: Record<string, unknown>;
  retryAfterSeconds?: number;
  cause?: unknown;
};

/** An outcome of the error table, thrown by a handler or a step of the wrapper. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly more: Record<string, unknown>;
  readonly retryAfterSeconds: number | null;

  constructor(code: ErrorCode, options: ApiErrorOptions = {}) {
    super(errorTable[code].message, { cause: options.cause });
    this.name = 'ApiError';
    this.code = code;
    this.status = errorTable[code].status;
    this.more = options.more ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}
