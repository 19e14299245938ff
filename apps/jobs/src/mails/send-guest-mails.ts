import { z } from 'zod';
import type { Job } from '../queue/job.ts';
import type { JobHandler, Tools } from '../queue/job-handler.ts';
import { composeGuestMail, type GuestMail, type GuestNews, guestMailSchema } from './compose-guest-mail.ts';

const answerSchema = z.enum(['confirmed', 'refused', 'expired', 'cancelled', 'open']);

const answerMailSchema = guestMailSchema.extend({ answer: answerSchema, told: answerSchema.nullable() });

/** Mails a guest the answer to their request, as it is now. */
export const sendRequestAnswer: JobHandler = async (job, tools, signal) => {
  const found = await tools.call('read_request_answer_mail', { job_id: job.id, claim: job.claim });
  if (found === null) {
    return 'untold';
  }
  const mail = answerMailSchema.parse(found);
  await send(chooseNews(mail.answer, mail.told), mail, job, tools, signal);
  return 'told';
};

/** Mails a guest the code and the link of their booking, since the desk asked for it. */
export const sendBookingCode: JobHandler = async (job, tools, signal) => {
  const found = await tools.call('read_booking_code_mail', { job_id: job.id, claim: job.claim });
  if (found === null) {
    return 'untold';
  }
  await send('code', guestMailSchema.parse(found), job, tools, signal);
  return 'told';
};

type Answer = z.infer<typeof answerSchema>;

/** A mail that takes back what an earlier one said says so. */
function chooseNews(answer: Answer, told: Answer | null): GuestNews {
  if (answer === 'open') {
    return 'openAgain';
  }
  return answer === 'confirmed' && told !== null && told !== 'open' ? 'confirmedAfterAll' : answer;
}

function send(news: GuestNews, mail: GuestMail, job: Job, tools: Tools, signal: AbortSignal): Promise<void> {
  const composed = composeGuestMail(news, mail, tools.staysUrl);
  const { name, email } = mail.place;
  return tools.sendMail({ ...composed, jobId: job.id, to: mail.to, fromName: name, replyTo: email }, signal);
}
