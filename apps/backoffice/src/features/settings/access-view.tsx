import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { LawCard } from '@/shell/place/law-card';
import { PreviewLink } from '@/shell/place/preview-link';
import { AccessForm } from './access-form';
import { LastNamesCard } from './last-names-card';
import type { LastNames, PlaceSettings } from './queries';
import { SettingsLayout } from './settings-layout';

type AccessViewProps = { place: Place; settings: PlaceSettings; names: LastNames };

/** What guests see and prove, how safe last names are here, and the law about IDs. */
export async function AccessView({ place, settings, names }: AccessViewProps) {
  const [t, preview] = await Promise.all([getTranslations('Settings'), getTranslations('AccessPreview')]);
  return (
    <SettingsLayout
      place={place}
      title={t('title_access')}
      intro={t('introAccess', { title: preview('title') })}
      actions={<PreviewLink slug={place.slug} />}
    >
      <LastNamesCard names={names} />
      <AccessForm
        place={place.slug}
        version={settings.version}
        access={settings.access}
        retentionDays={settings.retentionDays}
      />
      <LawCard country={settings.country} saysStart={false} />
    </SettingsLayout>
  );
}
