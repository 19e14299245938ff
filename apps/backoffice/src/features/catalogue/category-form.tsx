'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { SelectInput, SwitchInput, TextArea, TextInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { TranslatedFields } from '@/shell/form/translated-fields';
import { removeCategoryAction, saveCategoryAction } from './actions';
import { categoryIcons } from './category-icons';

type CategoryFormProps = {
  place: { slug: string; defaultLocale: string };
  /** Null for a new one. */
  category: { id: string; active: boolean; itemCount: number; values: Record<string, string> } | null;
};

export function CategoryForm({ place, category }: CategoryFormProps) {
  const t = useTranslations('Catalogue');
  const values = category?.values ?? {};
  const { name = '', description = '' } = values;
  const back = category === null ? '' : `?category=${category.id}`;
  return (
    <RecordForm
      action={saveCategoryAction}
      hidden={{ place: place.slug, id: category?.id, version: values['version'] }}
      draftKey={`${place.slug}/categories/${category?.id ?? 'new'}`}
      submitLabel={category === null ? t('addCategory') : t('save')}
      cancelHref={`/p/${place.slug}/catalogue${back}`}
      aside={
        category && (
          <RemoveCategory
            place={place.slug}
            id={category.id}
            version={values['version'] ?? ''}
            name={name}
            itemCount={category.itemCount}
          />
        )
      }
    >
      <TextInput name="name" label={t('name')} required maxLength={80} defaultValue={name} />
      <TextArea name="description" label={t('description')} defaultValue={description} rows={2} />
      <SelectInput
        name="icon"
        label={t('icon')}
        options={[
          { value: '', label: t('icon_none') },
          ...categoryIcons.map((icon) => ({ value: icon, label: t(`icon_${icon}`) })),
        ]}
        defaultValue={values['icon'] ?? ''}
      />
      <SwitchInput
        name="active"
        label={t('categoryActive')}
        hint={t('activeHint')}
        defaultChecked={category?.active ?? true}
      />
      <TranslatedFields
        ownLocale={place.defaultLocale}
        texts={[
          { key: 'name', label: t('name'), own: name },
          { key: 'description', label: t('description'), own: description, isLong: true },
        ]}
        values={values}
        section="services"
      />
    </RecordForm>
  );
}

type RemoveCategoryProps = {
  place: string;
  id: string;
  version: string;
  name: string;
  itemCount: number;
};

function RemoveCategory({ place, id, version, name, itemCount }: RemoveCategoryProps) {
  const t = useTranslations('Catalogue');
  return (
    <ConfirmDialog
      trigger={t('remove')}
      title={t('removeTitle', { name })}
      confirmLabel={t('remove')}
      action={removeCategoryAction}
      hidden={{ place, id, version }}
    >
      {t('removeCategoryText', { count: itemCount })}
    </ConfirmDialog>
  );
}
