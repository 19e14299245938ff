'use client';

import { localeNames } from '@gudbro/domain';
import { useTranslations } from 'next-intl';
import { SelectInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { locales } from '@/shell/form/translated-texts';
import { changeLanguageAction } from './actions';

type LanguageFormProps = { place: string; own: string; version: string };

/** Chooses the language of the place's own texts, which everybody reads whose language has no translation. */
export function LanguageForm({ place, own, version }: LanguageFormProps) {
  const t = useTranslations('Settings');
  return (
    <RecordForm
      action={changeLanguageAction}
      hidden={{ place, version }}
      draftKey={`${place}/settings/languages`}
      submitLabel={t('changeLanguage')}
    >
      <SelectInput
        name="locale"
        label={t('ownLanguage')}
        hint={t('ownLanguageHint')}
        defaultValue={own}
        options={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
      />
    </RecordForm>
  );
}
