import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Push } from '../push/send-push.ts';
import {
  fillCounted,
  type NotificationKind,
  notificationKinds,
  notificationLocales,
  notificationWords,
} from './notification-words.ts';

/** What the database says of a push message to one browser. */
export const notificationPushSchema = z.object({
  endpoint: z.url({ protocol: /^https$/ }),
  p256dh: z.string(),
  authSecret: z.string(),
  locale: z.enum(notificationLocales),
  place: z.string(),
  slug: z.string(),
  kind: z.enum(notificationKinds),
  notificationId: z.string(),
  isUrgent: z.boolean(),
  /** How many of this kind wait. */
  count: z.int().min(1),
  /** How many of all kinds wait in the app, up to 10. */
  unread: z.int(),
});

export type NotificationPush = z.infer<typeof notificationPushSchema>;

const hour = 3600;

/** For how long a message is of use to a browser that cannot be reached: an order does not wait half a day. */
const ttlSeconds: Record<NotificationKind, number> = {
  order_new: hour,
  order_late: hour,
  order_cancelled: hour,
  report_new: 12 * hour,
  report_reply: 12 * hour,
  report_assigned: 12 * hour,
  report_due_soon: 12 * hour,
  report_overdue: 12 * hour,
  request_new: 12 * hour,
  job_failed: 12 * hour,
  document_new: 12 * hour,
  document_erasure: 12 * hour,
  document_not_gone: 12 * hour,
  visa_14: 12 * hour,
  visa_7: 12 * hour,
  visa_3: 12 * hour,
  visa_short: 12 * hour,
};

/** Where all of a kind are shown. */
const screens: Record<string, string> = {
  order: 'orders',
  report: 'reports',
  request: 'bookings',
  document: 'documents',
  visa: 'documents',
};

/**
 * Writes a push message: the place, what waits and how many, and the address that opens it. It has nothing of a guest, since it is shown on
 * a locked phone. A later message of the same kind takes the place of this one.
 */
export function composePush(push: NotificationPush): Push {
  const { endpoint, p256dh, authSecret, locale, place, slug, kind, count } = push;
  const tag = `${slug}:${kind}`;
  const [about = ''] = kind.split('_');
  // What Storage still has is told to managers, who need not see documents.
  const screen = kind === 'document_not_gone' ? undefined : screens[about];
  const base = `/p/${slug}`;
  return {
    endpoint,
    p256dh,
    authSecret,
    message: JSON.stringify({
      title: place,
      body: fillCounted(notificationWords[locale].kinds[kind], count),
      path:
        count === 1 || screen === undefined
          ? `${base}/notifications/${push.notificationId}`
          : `${base}/${screen}`,
      tag,
      lang: locale,
      unread: push.unread,
    }),
    ttlSeconds: ttlSeconds[kind],
    urgency: push.isUrgent || about === 'order' ? 'high' : 'normal',
    // A push service reads it, so it is a hash and does not say which place it is.
    topic: createHash('sha256').update(`${tag}:${authSecret}`).digest('base64url').slice(0, 32),
  };
}
