import { linkToMenu } from '@gudbro/api-kit';
import { listTimezones, propertyTypes } from '@gudbro/domain';
import { Notice } from '@gudbro/ui/notice';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { formatCountry } from '@/shell/place/format-country';
import { formValues } from './form-values';
import { PlaceForm } from './place-form';
import type { PlaceSettings } from './queries';
import { SettingsLayout } from './settings-layout';

type PlaceViewProps = {
  place: Place;
  settings: PlaceSettings;
  staysUrl: string;
  restaurantMenuUrl: string | undefined;
};

/** The name, contacts, times and addresses of a place. */
export async function PlaceView({ place, settings, staysUrl, restaurantMenuUrl }: PlaceViewProps) {
  const [t, setup, locale] = await Promise.all([
    getTranslations('Settings'),
    getTranslations('Setup'),
    getLocale(),
  ]);
  return (
    <SettingsLayout place={place} title={t('title_place')} intro={t('introPlace')}>
      <Notice>
        {t('fixed', { country: formatCountry(settings.country, locale), currency: settings.currency })}
      </Notice>
      <PlaceForm
        place={place.slug}
        version={settings.version}
        values={formValues.place(settings)}
        types={propertyTypes.map((value) => ({ value, label: setup(`type_${value}`) }))}
        timezones={[...new Set([settings.timezone, ...listTimezones(settings.country)])]}
        staysHost={new URL(staysUrl).host}
        menuUrl={linkToMenu(restaurantMenuUrl, settings.fnbSlug ?? t('fnbExample'))}
      />
    </SettingsLayout>
  );
}
