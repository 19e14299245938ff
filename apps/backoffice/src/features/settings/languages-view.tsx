import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { LanguageForm } from './language-form';
import { MissingTexts } from './missing-texts';
import { SettingsLayout } from './settings-layout';
import type { PlaceTexts } from './translation-queries';

/** The language of a place's own texts, and what is not translated yet. */
export async function LanguagesView({ place, texts }: { place: Place; texts: PlaceTexts }) {
  const t = await getTranslations('Settings');
  return (
    <SettingsLayout place={place} title={t('title_languages')} intro={t('introLanguages')}>
      <MissingTexts place={place} texts={texts} />
      <LanguageForm place={place.slug} own={texts.ownLocale} version={texts.version} />
    </SettingsLayout>
  );
}
