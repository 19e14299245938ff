'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { TextInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { TranslatedFields } from '@/shell/form/translated-fields';
import { removeAreaAction, saveAreaAction } from './actions';

type AreaFormProps = {
  place: { slug: string; defaultLocale: string };
  /** Null for a new one. */
  area: { id: string; values: Record<string, string> } | null;
};

export function AreaForm({ place, area }: AreaFormProps) {
  const t = useTranslations('Areas');
  const values = area?.values ?? {};
  const { name = '' } = values;
  return (
    <RecordForm
      action={saveAreaAction}
      hidden={{ place: place.slug, id: area?.id, version: values['version'] }}
      draftKey={`${place.slug}/areas/${area?.id ?? 'new'}`}
      submitLabel={area === null ? t('add') : t('save')}
      cancelHref={`/p/${place.slug}/areas`}
      aside={
        area && (
          <ConfirmDialog
            trigger={t('remove')}
            title={t('removeTitle', { name })}
            confirmLabel={t('remove')}
            action={removeAreaAction}
            hidden={{ place: place.slug, id: area.id, version: area.values['version'] ?? '' }}
          >
            {t('removeText')}
          </ConfirmDialog>
        )
      }
    >
      <TextInput
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        required
        maxLength={80}
        defaultValue={name}
      />
      <TranslatedFields
        ownLocale={place.defaultLocale}
        texts={[{ key: 'name', label: t('name'), own: name }]}
        values={values}
      />
    </RecordForm>
  );
}
