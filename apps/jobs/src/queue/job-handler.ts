import type { Mail } from '../mail/mail.ts';
import type { PushSender } from '../push/send-push.ts';
import type { ObjectRemover } from '../storage/remove-object.ts';
import type { Job, Outcome } from './job.ts';
import type { CallJobFunction } from './outbox.ts';

/** What a handler works with. */
export type Tools = {
  /** Calls a function of the role jobs_api. */
  call: CallJobFunction;
  sendMail: (mail: Mail, signal: AbortSignal) => Promise<void>;
  /** Null where the deployment has no keys for push messages. */
  sendPush: PushSender | null;
  /** Removes an object of Storage that is on the list of the database. */
  removeObject: ObjectRemover;
  /** Where the links of mails lead. */
  staysUrl: string;
  backofficeUrl: string;
};

/** Does the jobs of one kind. It throws a JobError where the job failed for a reason that has a name. */
export type JobHandler = (job: Job, tools: Tools, signal: AbortSignal) => Promise<Outcome>;
