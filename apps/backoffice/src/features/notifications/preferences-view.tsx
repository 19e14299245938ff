import { Notice } from '@gudbro/ui/notice';
import { PageHeader } from '@gudbro/ui/page-header';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { PreferencesForm } from './preferences-form';
import type { Preferences } from './queries';

type PreferencesViewProps = {
  place: Place;
  preferences: Preferences;
  /** Where mails go. */
  email: string;
  /** Whether this browser gets push messages. */
  children?: ReactNode;
};

/** How the person is told at this place. Each member has settings of their own. */
export async function PreferencesView({ place, preferences, email, children }: PreferencesViewProps) {
  const [t, format] = await Promise.all([getTranslations('Notifications'), getFormatter()]);
  const { quietUntil } = preferences;
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('settingsHeading')}</title>
      <BackLink href={`/p/${place.slug}/notifications`} label={t('heading')} />
      <PageHeader title={t('settingsHeading')} description={t('settingsIntro', { place: place.name })} />
      {quietUntil !== null && (
        <Notice>
          {t('quietNow', {
            time: format.dateTime(new Date(quietUntil), 'time', { timeZone: place.timezone }),
          })}
        </Notice>
      )}
      <ClientTexts namespaces={['Notifications']}>
        {children}
        <PreferencesForm place={place} preferences={preferences} email={email} />
      </ClientTexts>
    </div>
  );
}
