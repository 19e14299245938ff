'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { DateInput, SwitchInput, TextArea, TextInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { TranslatedFields } from '@/shell/form/translated-fields';
import { removeDealAction, saveDealAction } from './actions';

type DealFormProps = {
  place: { slug: string; defaultLocale: string };
  /** Null for a new one. */
  deal: { id: string; active: boolean; values: Record<string, string> } | null;
};

export function DealForm({ place, deal }: DealFormProps) {
  const t = useTranslations('Deals');
  const values = deal?.values ?? {};
  const { title = '', description = '', discount = '' } = values;
  return (
    <RecordForm
      action={saveDealAction}
      hidden={{ place: place.slug, id: deal?.id, version: values['version'] }}
      draftKey={`${place.slug}/deals/${deal?.id ?? 'new'}`}
      submitLabel={deal === null ? t('add') : t('save')}
      cancelHref={`/p/${place.slug}/deals`}
      aside={
        deal && (
          <ConfirmDialog
            trigger={t('remove')}
            title={t('removeTitle', { title })}
            confirmLabel={t('remove')}
            action={removeDealAction}
            hidden={{ place: place.slug, id: deal.id, version: deal.values['version'] ?? '' }}
          >
            {t('removeText')}
          </ConfirmDialog>
        )
      }
    >
      <TextInput name="title" label={t('title')} hint={t('titleHint')} required defaultValue={title} />
      <TextInput
        name="partner"
        label={t('partner')}
        hint={t('partnerHint')}
        required
        defaultValue={values['partner']}
      />
      <TextArea name="description" label={t('description')} defaultValue={description} />
      <TextInput name="discount" label={t('discount')} hint={t('discountHint')} defaultValue={discount} />
      <div className="grid gap-6 sm:grid-cols-2">
        <DateInput name="from" label={t('from')} defaultValue={values['from']} />
        <DateInput name="until" label={t('until')} hint={t('untilHint')} defaultValue={values['until']} />
      </div>
      <TextInput
        name="link"
        label={t('link')}
        hint={t('linkHint')}
        type="url"
        defaultValue={values['link']}
      />
      <SwitchInput name="active" label={t('active')} defaultChecked={deal?.active ?? true} />
      <TranslatedFields
        ownLocale={place.defaultLocale}
        texts={[
          { key: 'title', label: t('title'), own: title },
          { key: 'description', label: t('description'), own: description, isLong: true },
          { key: 'discount', label: t('discount'), own: discount },
        ]}
        values={values}
        section="deals"
      />
    </RecordForm>
  );
}
