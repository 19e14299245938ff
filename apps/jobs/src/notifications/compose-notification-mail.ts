import { z } from 'zod';
import { fill } from '../mails/fill.ts';
import { type Fact, renderMail } from '../mails/render-mail.ts';
import {
  fillCounted,
  notificationKinds,
  notificationLocales,
  notificationWords,
} from './notification-words.ts';

/** What the database says of a mail with notifications. */
export const notificationMailSchema = z.object({
  to: z.string().min(1),
  locale: z.enum(notificationLocales),
  place: z.string(),
  slug: z.string(),
  timezone: z.string(),
  notifications: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(notificationKinds),
        room: z.string().nullable(),
        happenedAt: z.iso.datetime(),
      }),
    )
    .min(1),
});

export type NotificationMail = z.infer<typeof notificationMailSchema>;

const mostListed = 20;

/** Writes a mail with what waits for a member. It says what and where, and nothing of a guest. */
export function composeNotificationMail(mail: NotificationMail, backofficeUrl: string) {
  const { locale, place, notifications } = mail;
  const words = notificationWords[locale];
  const [first] = notifications;
  const count = notifications.length;
  const base = `${backofficeUrl}/p/${encodeURIComponent(mail.slug)}/notifications`;
  const left = count - mostListed;
  return {
    locale,
    subject: fillCounted(words.subject, count, {
      place,
      what: first === undefined ? '' : words.kinds[first.kind].one,
    }),
    ...renderMail({
      locale,
      greeting: fillCounted(words.greeting, count, { place }),
      paragraphs: [],
      facts: notifications.slice(0, mostListed).map((one) => describe(one, mail, base)),
      link: {
        label: words.open,
        href: base,
        hint: [...(left > 0 ? [fill(words.more, { count: String(left) })] : []), words.openHint].join(' '),
      },
      footer: fill(words.footer, { place }),
    }),
  };
}

function describe(
  { id, kind, room, happenedAt }: NotificationMail['notifications'][number],
  { locale, timezone }: NotificationMail,
  base: string,
): Fact {
  const words = notificationWords[locale];
  const time = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timezone,
  }).format(new Date(happenedAt));
  return {
    label: words.kinds[kind].one,
    value: room === null ? time : fill(words.room, { room, time }),
    href: `${base}/${id}`,
  };
}
