import { sendBookingCode, sendRequestAnswer } from './mails/send-guest-mails.ts';
import type { JobHandler } from './work/job.ts';

/** What this process can do, by kind. */
export const handlers: Readonly<Record<string, JobHandler>> = {
  request_answer_mail: sendRequestAnswer,
  booking_code_mail: sendBookingCode,
};
