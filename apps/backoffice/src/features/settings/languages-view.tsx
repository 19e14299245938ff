import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { LanguageForm } from './language-form';
import { SettingsLayout } from './settings-layout';

/** The language of a place's own texts. */
export async function LanguagesView({ place }: { place: Place }) {
  const t = await getTranslations('Settings');
  return (
    <SettingsLayout place={place} title={t('title_languages')} intro={t('introLanguages')}>
      <LanguageForm place={place.slug} own={place.defaultLocale} />
    </SettingsLayout>
  );
}
