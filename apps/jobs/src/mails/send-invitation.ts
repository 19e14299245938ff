import { z } from 'zod';
import en from '../../messages/invitations/en.json' with { type: 'json' };
import vi from '../../messages/invitations/vi.json' with { type: 'json' };
import type { JobHandler } from '../queue/job-handler.ts';
import { fill, formatDay } from './fill.ts';
import { renderMail } from './render-mail.ts';

const invitationSchema = z.object({
  to: z.string().min(1),
  /** Made for this mail. It is in the link only. */
  secret: z.string(),
  place: z.string(),
  role: z.enum(['owner', 'manager', 'staff', 'housekeeper']),
  invitedBy: z.string(),
  replyTo: z.string(),
  lastDay: z.iso.date(),
});

export type InvitationMail = z.infer<typeof invitationSchema>;

/** Writes the mail of an invitation in both languages of the backoffice: the reader has no account that would tell one. */
export function composeInvitation(mail: InvitationMail, backofficeUrl: string) {
  const { place, role, invitedBy: inviter, lastDay, secret } = mail;
  const both = (text: (words: typeof en) => string) => `${text(en)} · ${text(vi)}`;
  const tell = (words: typeof en, locale: string) =>
    fill(words.text, { inviter, place, role: words[role], day: formatDay(lastDay, locale) });
  return {
    locale: 'en',
    subject: both((words) => fill(words.subject, { place })),
    ...renderMail({
      locale: 'en',
      greeting: both((words) => words.greeting),
      paragraphs: [tell(en, 'en'), tell(vi, 'vi')],
      facts: [],
      // After the # it is never sent to a server, so it is in no log and in no Referer.
      link: {
        label: both((words) => words.open),
        href: `${backofficeUrl}/join#${secret}`,
        hint: both((words) => words.hint),
      },
      footer: both((words) => fill(words.footer, { inviter, place })),
    }),
  };
}

/** Mails an invitation, as long as it opens something. */
export const sendInvitation: JobHandler = async (job, tools, signal) => {
  const found = await tools.call('read_invitation_mail', { job_id: job.id, claim: job.claim });
  if (found === null) {
    return 'untold';
  }
  const mail = invitationSchema.parse(found);
  const composed = composeInvitation(mail, tools.backofficeUrl);
  await tools.sendMail(
    { ...composed, jobId: job.id, to: mail.to, fromName: mail.place, replyTo: mail.replyTo },
    signal,
  );
  return 'told';
};
