import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import { hasRole, type Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { NewSessionForm } from './new-session-form';

/** The screen for a guest whose booking is in no system of ours. */
export async function NewSessionView({ place, day, time }: { place: Place; day: string; time: string }) {
  const t = await getTranslations('Sessions');
  return (
    <div className="max-w-xl space-y-6">
      <title>{t('newTitle')}</title>
      <BackLink href={`/p/${place.slug}/sessions`} label={t('heading')} />
      <PageHeader title={t('newTitle')} description={t('newIntro')} />
      <ClientTexts namespaces={['Sessions']}>
        <NewSessionForm
          place={place.slug}
          mayAddRoom={hasRole(place.role, 'manager')}
          day={day}
          time={time}
          requestKey={crypto.randomUUID()}
        />
      </ClientTexts>
    </div>
  );
}
