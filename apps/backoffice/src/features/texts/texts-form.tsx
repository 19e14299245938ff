'use client';

import { useTranslations } from 'next-intl';
import { TextArea } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { TranslatedFields } from '@/shell/form/translated-fields';
import { PictureInput } from '@/shell/pictures/picture-input';

import { saveTextsAction } from './actions';
import type { toTextValues } from './form-values';

type TextsFormProps = {
  place: { slug: string; defaultLocale: string };
  values: ReturnType<typeof toTextValues>;
};

/** What guests read of the place, in its own language and in the others. */
export function TextsForm({ place, values }: TextsFormProps) {
  const t = useTranslations('Texts');
  const { description, address, houseRules, amenities, images } = values;
  return (
    <RecordForm
      action={saveTextsAction}
      hidden={{ place: place.slug, version: values.version }}
      draftKey={`${place.slug}/texts`}
      submitLabel={t('save')}
    >
      <PictureInput
        name="images"
        label={t('pictures')}
        hint={t('picturesHint')}
        max={20}
        defaultValue={images.split('\n').filter((path) => path !== '')}
      />
      <TextArea
        name="description"
        label={t('description')}
        hint={t('descriptionHint')}
        defaultValue={description}
      />
      <TextArea name="address" label={t('address')} hint={t('addressHint')} defaultValue={address} rows={2} />
      <TextArea
        name="houseRules"
        label={t('houseRules')}
        hint={t('linesHint')}
        defaultValue={houseRules}
        rows={6}
      />
      <TextArea
        name="amenities"
        label={t('amenities')}
        hint={t('linesHint')}
        defaultValue={amenities}
        rows={6}
      />
      <TranslatedFields
        ownLocale={place.defaultLocale}
        texts={[
          { key: 'description', label: t('description'), own: description, isLong: true },
          { key: 'address', label: t('address'), own: address, isOptional: true },
          { key: 'houseRules', label: t('houseRules'), own: houseRules, isLong: true },
          { key: 'amenities', label: t('amenities'), own: amenities, isLong: true },
        ]}
        values={values}
      />
    </RecordForm>
  );
}
