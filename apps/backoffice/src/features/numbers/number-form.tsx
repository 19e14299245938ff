'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { NumberInput, TextInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { removeNumberAction, saveNumberAction } from './actions';
import type { UsefulNumber } from './queries';

/** The form of one number. Without a number it makes a new one. */
export function NumberForm({ place, number }: { place: string; number: UsefulNumber | null }) {
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
      <NumberInput name="order" label={t('order')} hint={t('orderHint')} defaultValue={number?.order ?? 0} />
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
      hidden={{ place, id: number.id }}
    >
      {t('removeText')}
    </ConfirmDialog>
  );
}
