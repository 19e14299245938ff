import en from '../../messages/notifications/en.json' with { type: 'json' };
import vi from '../../messages/notifications/vi.json' with { type: 'json' };
import { fill } from '../mails/fill.ts';

export const notificationLocales = ['en', 'vi'] as const;

export type NotificationLocale = (typeof notificationLocales)[number];

export type NotificationWords = typeof en;

export type NotificationKind = keyof NotificationWords['kinds'];

export const notificationKinds = Object.keys(en.kinds) as [NotificationKind, ...NotificationKind[]]; // the type of JSON has them

export const notificationWords: Readonly<Record<NotificationLocale, NotificationWords>> = { en, vi };

/** The text for one thing, or for several. */
export function fillCounted(
  text: { one: string; many: string },
  count: number,
  values: Record<string, string> = {},
): string {
  return fill(count === 1 ? text.one : text.many, { ...values, count: String(count) });
}
