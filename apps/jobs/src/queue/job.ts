import type { Mail } from '../mail/mail.ts';
import type { PushSender } from '../push/send-push.ts';
import type { CallJobFunction } from './outbox.ts';

/** A job that this process holds for a while. */
export type Job = {
  id: string;
  /** Proves to the database that this process holds it. */
  claim: string;
  kind: string;
  propertyId: string | null;
  /** 1 at the first try. */
  attempt: number;
  payload: unknown;
};

/** `untold`: it was not true any more when it was about to be told. */
export type Outcome = 'told' | 'untold';

/** What a handler works with. */
export type Tools = {
  /** Calls a function of the role jobs_api. */
  call: CallJobFunction;
  sendMail: (mail: Mail, signal: AbortSignal) => Promise<void>;
  /** Null where the deployment has no keys for push messages. */
  sendPush: PushSender | null;
  /** Where the links of mails lead. */
  staysUrl: string;
  backofficeUrl: string;
};

/** Does the jobs of one kind. It throws a JobError where the job failed for a reason that has a name. */
export type JobHandler = (job: Job, tools: Tools, signal: AbortSignal) => Promise<Outcome>;

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
