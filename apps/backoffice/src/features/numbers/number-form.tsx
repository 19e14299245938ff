'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { TextInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { TranslatedFields } from '@/shell/form/translated-fields';
import { removeNumberAction, saveNumberAction } from './actions';
import { toNumberValues } from './form-values';
import type { UsefulNumber } from './queries';

type NumberFormProps = { place: string; ownLocale: string; number: UsefulNumber | null };

/** The form of one number. Without a number it makes a new one. */
export function NumberForm({ place, ownLocale, number }: NumberFormProps) {
  const t = useTranslations('Numbers');
  return (
    <RecordForm
      action={saveNumberAction}
      hidden={{ place, id: number?.id, version: number?.version }}
      draftKey={`${place}/numbers/${number?.id ?? 'new'}`}
      submitLabel={number === null ? t('add') : t('save')}
      cancelHref={`/p/${place}/numbers`}
      aside={number && <RemoveNumber place={place} number={number} />}
    >
      <TextInput
        name="label"
        label={t('label')}
        hint={t('labelHint')}
        required
        defaultValue={number?.label}
      />
      <TextInput
        name="category"
        label={t('category')}
        hint={t('categoryHint')}
        required
        defaultValue={number?.category}
      />
      <TextInput name="phone" label={t('phone')} type="tel" required defaultValue={number?.phone} />
      <TranslatedFields
        ownLocale={ownLocale}
        texts={[
          { key: 'label', label: t('label'), own: number?.label ?? '' },
          { key: 'category', label: t('category'), own: number?.category ?? '' },
        ]}
        values={number === null ? {} : toNumberValues(number)}
        section="numbers"
      />
    </RecordForm>
  );
}

function RemoveNumber({ place, number }: { place: string; number: UsefulNumber }) {
  const t = useTranslations('Numbers');
  return (
    <ConfirmDialog
      trigger={t('remove')}
      title={t('removeTitle', { label: number.label })}
      confirmLabel={t('remove')}
      action={removeNumberAction}
      hidden={{ place, id: number.id, version: number.version }}
    >
      {t('removeText')}
    </ConfirmDialog>
  );
}
