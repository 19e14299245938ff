import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { PreviewLink } from '@/shell/place/preview-link';
import { AccessForm } from './access-form';
import { LastNamesCard } from './last-names-card';
import type { LastNames, PlaceSettings } from './queries';
import { SettingsLayout } from './settings-layout';

type AccessViewProps = { place: Place; settings: PlaceSettings; names: LastNames };

/** What guests see and prove, and how safe last names are here. */
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
      <AccessForm place={place.slug} version={settings.version} access={settings.access} />
    </SettingsLayout>
  );
}
