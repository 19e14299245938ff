import { JobError } from '../queue/job-error.ts';
import type { Mail } from './mail.ts';

/** Makes what hands mails to the page of the embedded Supabase, which shows them instead of sending them. */
export function createPageSender({ url, key }: { url: string; key: string }) {
  return async ({ to, subject, html }: Mail, signal: AbortSignal): Promise<void> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ to, subject, html }),
      signal,
    }).catch((cause: unknown) => {
      throw new JobError('mail_server_unreachable', { cause });
    });
    if (!response.ok) {
      throw new JobError('mail_refused', { status: response.status });
    }
  };
}
