import { z } from 'zod';
import type { JobHandler } from '../queue/job-handler.ts';
import { composeNotificationMail, notificationMailSchema } from './compose-notification-mail.ts';
import { composePush, notificationPushSchema } from './compose-push.ts';

/** Mails a member what they have not read. */
export const sendNotificationMail: JobHandler = async (job, tools, signal) => {
  const found = await tools.call('read_notification_mail', { job_id: job.id, claim: job.claim });
  if (found === null) {
    return 'untold';
  }
  const mail = notificationMailSchema.parse(found);
  await tools.sendMail(
    {
      jobId: job.id,
      to: mail.to,
      fromName: mail.place,
      replyTo: null,
      ...composeNotificationMail(mail, tools.backofficeUrl),
    },
    signal,
  );
  return 'told';
};

/** Pushes to one browser that something waits. */
export const sendNotificationPush: JobHandler = async (job, tools, signal) => {
  const { sendPush } = tools;
  // Without keys no browser subscribes: these are jobs of a deployment that had some.
  if (sendPush === null) {
    return 'untold';
  }
  const found = await tools.call('read_notification_push', { job_id: job.id, claim: job.claim });
  if (found === null) {
    return 'untold';
  }
  const result = await sendPush(composePush(notificationPushSchema.parse(found)), signal);
  if (result === 'gone') {
    await tools.call('forget_push_subscription', { job_id: job.id, claim: job.claim });
    return 'untold';
  }
  return 'told';
};

/** Tells of an order or a report that is late by now. */
export const tellIfLate: JobHandler = async (job, tools) => {
  const isTold = z.boolean().parse(await tools.call('tell_if_late', { job_id: job.id, claim: job.claim }));
  return isTold ? 'told' : 'untold';
};
