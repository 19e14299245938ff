import { describe, expect, it } from 'vitest';
import { composeNotificationMail, type NotificationMail } from './compose-notification-mail.ts';
import { composePush, type NotificationPush } from './compose-push.ts';
import { notificationKinds, notificationWords } from './notification-words.ts';

const backofficeUrl = 'https://desk.example.com';
const order = { id: 'one', kind: 'order_new', room: '203', happenedAt: '2026-11-28T03:05:00Z' } as const;
const mail: NotificationMail = {
  to: 'desk@example.com',
  locale: 'en',
  place: 'Lantern House',
  slug: 'lantern-house',
  timezone: 'Asia/Ho_Chi_Minh',
  notifications: [order, { ...order, id: 'two', kind: 'request_new', room: null }],
};

describe('a mail', () => {
  it('lists what waits, where and when by the clock of the place, each with its address', () => {
    const { subject, text } = composeNotificationMail(mail, backofficeUrl);
    expect(subject).toBe('2 notifications · Lantern House');
    expect(text).toContain('2 things wait for you at Lantern House.');
    expect(text).toMatch(/New order: Room 203 · Nov 28, 10:05/);
    expect(text).toContain('Open the notifications: https://desk.example.com/p/lantern-house/notifications');
  });

  it('with one thing says in its subject what it is', () => {
    const { subject } = composeNotificationMail(
      { ...mail, locale: 'vi', notifications: [order] },
      backofficeUrl,
    );
    expect(subject).toBe('Đơn mới · Lantern House');
  });

  it('lists twenty at most, and says how many more there are', () => {
    const many = { ...mail, notifications: Array.from({ length: 50 }, () => order) };
    const { html, text } = composeNotificationMail(many, backofficeUrl);
    expect(html.match(/notifications\/one/g)).toHaveLength(20);
    expect(text).toContain('And 30 more.');
  });

  it('escapes the name of a place and of a room', () => {
    const { html } = composeNotificationMail(
      { ...mail, place: '<img src=x>', notifications: [{ ...order, room: '"><script>' }] },
      backofficeUrl,
    );
    expect(html).not.toMatch(/<img|<script/);
  });
});

describe('a push message', () => {
  const push: NotificationPush = {
    endpoint: 'https://fcm.googleapis.com/fcm/send/a',
    p256dh: 'B',
    authSecret: 'secret',
    locale: 'en',
    place: 'Lantern House',
    slug: 'lantern-house',
    kind: 'order_new',
    notificationId: 'one',
    isUrgent: false,
    count: 1,
    unread: 4,
  };
  const read = (changes: Partial<NotificationPush> = {}) => {
    const composed = composePush({ ...push, ...changes });
    return { ...composed, message: JSON.parse(composed.message) };
  };

  it('says at which place what waits, and opens it', () => {
    expect(read().message).toEqual({
      title: 'Lantern House',
      body: 'New order',
      path: '/p/lantern-house/notifications/one',
      tag: 'lantern-house:order_new',
      lang: 'en',
      unread: 4,
    });
    expect(read({ count: 3, locale: 'vi' }).message).toMatchObject({
      body: '3 đơn mới',
      path: '/p/lantern-house/orders',
    });
    expect(read({ kind: 'job_failed', count: 3 }).message).toMatchObject({
      path: '/p/lantern-house/notifications/one',
    });
  });

  it('replaces the one before of the same kind, by a topic that names nothing', () => {
    const topics = new Set([
      read().topic,
      read({ count: 2 }).topic,
      read({ kind: 'report_new' }).topic,
      read({ slug: 'other' }).topic,
    ]);
    expect(topics.size).toBe(3);
    for (const topic of topics) expect(topic).toMatch(/^[A-Za-z0-9_-]{32}$/);
  });

  it('is urgent for an order and for an urgent report', () => {
    expect(read()).toMatchObject({ urgency: 'high', ttlSeconds: 3600 });
    expect(read({ kind: 'report_new' })).toMatchObject({ urgency: 'normal', ttlSeconds: 43_200 });
    expect(read({ kind: 'report_new', isUrgent: true })).toMatchObject({ urgency: 'high' });
  });
});

it('the texts in Vietnamese take the values that the English ones take', () => {
  const valuesOf = (words: object): [string, string[]][] =>
    Object.entries(words).flatMap(([key, value]): [string, string[]][] =>
      typeof value === 'string'
        ? [[key, [...value.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()]]
        : valuesOf(value).map(([path, names]): [string, string[]] => [`${key}.${path}`, names]),
    );
  expect(valuesOf(notificationWords.vi)).toEqual(valuesOf(notificationWords.en));
  expect(notificationKinds).toHaveLength(17);
});
