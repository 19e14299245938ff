import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { Pager } from '@/shell/list/pager';
import { ClientTexts } from '@/shell/place/client-texts';
import { createNotificationWords } from './describe';
import { MarkAllRead } from './mark-all-read';
import { NotificationRow } from './notification-row';
import type { Notification } from './queries';

type NotificationsViewProps = {
  place: Place;
  notifications: readonly Notification[];
  next: string | null;
  isLater: boolean;
  now: Date;
};

/** What the person was told at this place, newest first. Each row is one tap from its thing. */
export async function NotificationsView({
  place,
  notifications,
  next,
  isLater,
  now,
}: NotificationsViewProps) {
  const [t, describe] = await Promise.all([
    getTranslations('Notifications'),
    createNotificationWords(place, now),
  ]);
  const base = `/p/${place.slug}/notifications`;
  const hasUnread = notifications.some(({ read_at }) => read_at === null);
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('heading')}</title>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        actions={
          <>
            {hasUnread && (
              <ClientTexts namespaces={['Notifications']}>
                <MarkAllRead place={place.slug} />
              </ClientTexts>
            )}
            <LinkButton href={`${base}/settings`} variant="secondary">
              {t('settings')}
            </LinkButton>
          </>
        }
      />
      {notifications.length === 0 ? (
        <EmptyList icon="alert" title={t('emptyTitle')} text={isLater ? t('noMore') : t('empty')} />
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-2xl bg-surface shadow-lift">
          {notifications.map((one) => (
            <NotificationRow
              key={one.id}
              href={`${base}/${one.id}`}
              notification={one}
              words={describe(one)}
            />
          ))}
        </ul>
      )}
      <Pager next={next} isLater={isLater} query={{}} />
    </div>
  );
}
