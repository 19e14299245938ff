'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { TextInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { TranslatedFields } from '@/shell/form/translated-fields';
import { describePictureAction, removePictureAction } from './actions';

type PictureFormProps = {
  place: { slug: string; defaultLocale: string };
  id: string;
  values: Record<string, string>;
  isUsed: boolean;
};

/** What a picture shows, for who cannot see it. */
export function PictureForm({ place, id, values, isUsed }: PictureFormProps) {
  const t = useTranslations('PictureLibrary');
  const { alt = '' } = values;
  return (
    <RecordForm
      action={describePictureAction}
      hidden={{ place: place.slug, id, version: values['version'] }}
      draftKey={`${place.slug}/pictures/${id}`}
      submitLabel={t('save')}
      cancelHref={`/p/${place.slug}/pictures`}
      aside={
        !isUsed && (
          <ConfirmDialog
            trigger={t('remove')}
            title={t('removeTitle')}
            confirmLabel={t('remove')}
            action={removePictureAction}
            hidden={{ place: place.slug, id }}
          >
            {t('removeText')}
          </ConfirmDialog>
        )
      }
    >
      <TextInput name="alt" label={t('alt')} hint={t('altHint')} maxLength={300} defaultValue={alt} />
      <TranslatedFields
        ownLocale={place.defaultLocale}
        texts={[{ key: 'alt', label: t('alt'), own: alt }]}
        values={values}
      />
    </RecordForm>
  );
}
