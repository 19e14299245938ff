'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { NumberInput, SelectInput, SwitchInput, TextArea, TextInput, TimeInput } from '@/shell/form/fields';
import { MoneyInput } from '@/shell/form/money-input';
import { RecordForm } from '@/shell/form/record-form';
import { TranslatedFields } from '@/shell/form/translated-fields';
import { PictureInput } from '@/shell/pictures/picture-input';
import { removeItemAction, saveItemAction } from './actions';
import type { toItemValues } from './form-values';

type ItemFormProps = {
  place: { slug: string; currency: string; defaultLocale: string };
  item: { id: string; values: ReturnType<typeof toItemValues> } | null;
  categories: readonly { id: string; name: string }[];
  categoryId: string;
};

/** The form of one item. Without an item it makes a new one. */
export function ItemForm({ place, item, categories, categoryId }: ItemFormProps) {
  const t = useTranslations('Catalogue');
  const values = item?.values;
  const own = { name: values?.name ?? '', description: values?.description ?? '' };
  return (
    <RecordForm
      action={saveItemAction}
      hidden={{ place: place.slug, id: item?.id, version: values?.version }}
      draftKey={`${place.slug}/catalogue/${item?.id ?? 'new'}`}
      submitLabel={item === null ? t('addItem') : t('save')}
      cancelHref={`/p/${place.slug}/catalogue?category=${categoryId}`}
      aside={
        item && (
          <RemoveItem
            place={place.slug}
            id={item.id}
            version={item.values.version}
            name={own.name}
            categoryId={categoryId}
          />
        )
      }
    >
      <TextInput name="name" label={t('name')} required maxLength={120} defaultValue={own.name} />
      <TextArea
        name="description"
        label={t('description')}
        hint={t('descriptionHint')}
        defaultValue={own.description}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectInput
          name="category"
          label={t('category')}
          options={categories.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={values?.category ?? categoryId}
        />
        <MoneyInput
          name="price"
          label={t('price')}
          hint={t('priceHint')}
          currency={place.currency}
          required
          defaultValue={values?.price}
        />
        <TimeInput name="from" label={t('from')} hint={t('hoursHint')} defaultValue={values?.from} />
        <TimeInput name="to" label={t('to')} defaultValue={values?.to} />
        <NumberInput name="max" label={t('max')} hint={t('maxHint')} defaultValue={values?.max ?? '20'} />
      </div>
      <PictureInput
        name="image"
        label={t('picture')}
        max={1}
        defaultValue={values?.image ? [values.image] : []}
      />
      <SwitchInput
        name="active"
        label={t('active')}
        hint={t('activeHint')}
        defaultChecked={values?.active ?? true}
      />
      <TranslatedFields
        ownLocale={place.defaultLocale}
        texts={[
          { key: 'name', label: t('name'), own: own.name },
          { key: 'description', label: t('description'), own: own.description, isLong: true },
        ]}
        values={pickTexts(values)}
        section="services"
      />
    </RecordForm>
  );
}

type RemoveItemProps = { place: string; id: string; version: string; name: string; categoryId: string };

function RemoveItem({ place, id, version, name, categoryId }: RemoveItemProps) {
  const t = useTranslations('Catalogue');
  return (
    <ConfirmDialog
      trigger={t('remove')}
      title={t('removeTitle', { name })}
      confirmLabel={t('remove')}
      action={removeItemAction}
      hidden={{ place, id, version, category: categoryId }}
    >
      {t('removeItemText')}
    </ConfirmDialog>
  );
}

function pickTexts(values: Record<string, string | boolean> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}
