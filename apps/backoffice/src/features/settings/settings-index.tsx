import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import { hasRole, type Place } from '@/server/place';
import { Row, RowList } from '@/shell/list/row-list';

const parts = ['wifi', 'place', 'languages', 'access', 'documents', 'orders'] as const;

type SettingsIndexProps = { place: Place /** Messages that could not be sent. */; failedCount: number };

/** All that can be set for a place. What guests read is on the screens of the group before. */
export async function SettingsIndex({ place, failedCount }: SettingsIndexProps) {
  const t = await getTranslations('Settings');
  const base = `/p/${place.slug}/settings`;
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('heading')}</title>
      <PageHeader title={t('heading')} description={place.name} />
      <RowList>
        {parts.map((part) => (
          <Row key={part} href={`${base}/${part}`} title={t(`title_${part}`)} detail={t(`about_${part}`)} />
        ))}
        <Row
          href={`${base}/failed-messages`}
          title={t('title_failed')}
          detail={t('about_failed', { count: failedCount })}
        />
        <Row
          href={`/p/${place.slug}/notifications/settings`}
          title={t('title_notifications')}
          detail={t('about_notifications')}
        />
        <Row href={`/p/${place.slug}/history`} title={t('title_history')} detail={t('about_history')} />
        {hasRole(place.role, 'owner') && (
          <Row href={`${base}/closing`} title={t('title_closing')} detail={t('about_closing')} />
        )}
      </RowList>
    </div>
  );
}
