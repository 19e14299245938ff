import 'server-only';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import type { Notification } from './queries';

/** The texts of notifications, in the language of this page. */
export async function createNotificationWords(place: Place, now: Date) {
  const [t, format] = await Promise.all([getTranslations('Notifications'), getFormatter()]);
  const day = (value: string) =>
    format.dateTime(new Date(`${value}T00:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return ({ kind, thing, happened_at }: Notification) => {
    const { room, title, priority, guest, from, to } = thing ?? {};
    const facts = [
      thing === null && t('gone'),
      title !== undefined && `“${title}”`,
      priority === 'urgent' && t('urgent'),
      guest,
      from !== undefined && to !== undefined && t('nights', { from: day(from), to: day(to) }),
    ];
    return {
      title:
        room === undefined || room === null
          ? t(`kind_${kind}`)
          : t('ofRoom', { what: t(`kind_${kind}`), room }),
      facts: facts.filter(Boolean).join(' · '),
      ago: format.relativeTime(new Date(happened_at), now),
      at: format.dateTime(new Date(happened_at), 'moment', { timeZone: place.timezone }),
    };
  };
}

export type NotificationWords = Awaited<ReturnType<typeof createNotificationWords>>;
