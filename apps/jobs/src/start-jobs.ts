import type { Env } from './env.ts';
import { createSmtpSender } from './mail/send-by-smtp.ts';
import { createPageSender } from './mail/show-on-page.ts';
import { createPushSender } from './push/send-push.ts';
import type { JobHandler } from './queue/job-handler.ts';
import type { JobLog } from './queue/job-log.ts';
import { connectOutbox } from './queue/outbox.ts';
import { startWorker } from './queue/start-worker.ts';
import { serveHealth } from './serve-health.ts';
import { createObjectRemover } from './storage/remove-object.ts';

/** A mail takes 45 seconds at most: a process that is stopped waits for it, and the lease is longer than both. */
const limits = { slots: 5, timeLimitMs: 45_000, leaseSeconds: 120, idleMs: 2_000, longestIdleMs: 30_000 };
const reportPausesMs = [1_000, 2_000, 4_000, 8_000];

/** Starts the process: what sends mails, the worker, and the address of its health. */
export async function startJobs(
  settings: Env,
  handlers: Readonly<Record<string, JobHandler>>,
  log: JobLog,
): Promise<{ url: string; close: () => Promise<void> }> {
  const outbox = connectOutbox({
    url: settings.SUPABASE_URL,
    publishableKey: settings.SUPABASE_PUBLISHABLE_KEY,
    jobsKey: settings.SUPABASE_JOBS_KEY,
  });
  const tools = {
    call: outbox.call,
    sendMail: createMailSender(settings),
    sendPush: createPush(settings),
    removeObject: createObjectRemover({
      url: settings.SUPABASE_URL,
      publishableKey: settings.SUPABASE_PUBLISHABLE_KEY,
      jobsKey: settings.SUPABASE_JOBS_KEY,
    }),
    staysUrl: settings.STAYS_URL,
    backofficeUrl: settings.BACKOFFICE_URL,
  };
  const worker = startWorker({ ...limits, outbox, tools, handlers, log, reportPausesMs });
  const { HOST: host, JOBS_PORT: port } = settings;
  try {
    const health = await serveHealth({ host, port, lastClaimAt: worker.lastClaimAt, clock: Date.now });
    return {
      url: health.url,
      close: async () => {
        await worker.stop();
        await health.close();
      },
    };
  } catch (error) {
    await worker.stop();
    throw error;
  }
}

/** Null without keys. */
function createPush({ VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT, PUSH_STAND_IN }: Env) {
  return VAPID_PUBLIC_KEY === undefined || VAPID_PRIVATE_KEY === undefined || VAPID_SUBJECT === undefined
    ? null
    : createPushSender({
        vapid: { publicKey: VAPID_PUBLIC_KEY, privateKey: VAPID_PRIVATE_KEY, subject: VAPID_SUBJECT },
        standIn: PUSH_STAND_IN,
      });
}

/** By the mail server; without one, on the page that the embedded Supabase has for mails. */
function createMailSender({ SMTP_URL, MAIL_FROM, MAILS_SHOWN_AT, SUPABASE_JOBS_KEY }: Env) {
  if (SMTP_URL !== undefined && MAIL_FROM !== undefined) {
    return createSmtpSender({ url: SMTP_URL, from: MAIL_FROM });
  }
  if (MAILS_SHOWN_AT !== undefined) {
    return createPageSender({ url: MAILS_SHOWN_AT, key: SUPABASE_JOBS_KEY });
  }
  throw new TypeError('The settings name no way for mails.');
}
