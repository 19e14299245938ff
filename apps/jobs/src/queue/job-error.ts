type JobErrorOptions = {
  /** With what status a mail or push server refused. */
  status?: number | undefined;
  /** Trying again cannot help. */
  isFinal?: boolean;
  retryAfterSeconds?: number | undefined;
  cause?: unknown;
};

/** Why a job failed: a code in words of the desk, which the screen of failed messages explains. */
export class JobError extends Error {
  readonly code: string;
  readonly status: number | undefined;
  readonly isFinal: boolean;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: string, options: JobErrorOptions = {}) {
    super(code, { cause: options.cause });
    this.name = 'JobError';
    this.code = code;
    this.status = options.status;
    this.isFinal = options.isFinal ?? false;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
