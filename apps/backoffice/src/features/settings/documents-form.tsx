'use client';

import { areCopiesForbidden, documentFields, findKeptData, mayTrackVisas } from '@gudbro/domain';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { NumberInput, SelectInput, SwitchInput, TextArea } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { useWhenSet } from '@/shell/form/use-when-set';
import { type ChosenDocuments, documentModes, readChosen, startWith } from './chosen-documents';
import { saveDocumentSettingsAction } from './document-actions';
import { DocumentsTold } from './documents-told';
import type { DocumentSettings } from './form-values';

type DocumentsFormProps = {
  place: { slug: string; name: string };
  version: string;
  settings: DocumentSettings;
  /** The country in the reader's language. */
  country: string;
};

/** What guests are asked for, and beside it what they are told, also before it is saved. */
export function DocumentsForm({ place, version, settings, country }: DocumentsFormProps) {
  const t = useTranslations('Settings');
  const around = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(() => startWith(settings));
  const read = () => {
    const form = around.current?.closest('form');
    if (form) {
      setChosen((now) => readChosen(new FormData(form), now));
    }
  };
  useWhenSet(around, read);
  return (
    <RecordForm
      action={saveDocumentSettingsAction}
      hidden={{ place: place.slug, version }}
      draftKey={`${place.slug}/settings/documents`}
      submitLabel={t('save')}
    >
      <div ref={around} onChange={read} className="grid gap-8 lg:grid-cols-[1fr_18rem]">
        <div className="min-w-0 space-y-5">
          <SelectInput
            name="mode"
            label={t('access_documents')}
            defaultValue={settings.access.documents}
            options={documentModes.map((value) => ({ value, label: t(`documents_${value}`) }))}
          />
          {areCopiesForbidden(settings.country) && (
            <ImageReason isAsked={chosen.mode === 'image'} reason={settings.imageReason} country={country} />
          )}
          <FieldSwitches settings={settings} chosen={chosen} country={country} />
          <NumberInput
            name="retentionDays"
            label={t('retention')}
            hint={t('retentionHint')}
            defaultValue={settings.retentionDays}
          />
        </div>
        <DocumentsTold place={place.name} country={settings.country} chosen={chosen} />
      </div>
    </RecordForm>
  );
}

type ImageReasonProps = { isAsked: boolean; reason: string | null; country: string };

/** Where copies are forbidden: the risk, and why the place may keep pictures all the same. */
function ImageReason({ isAsked, reason, country }: ImageReasonProps) {
  const t = useTranslations('Settings');
  return (
    <div hidden={!isAsked} className="space-y-5">
      <Notice tone="danger" title={t('imageRisk', { country })}>
        {t('imageRiskText')}
      </Notice>
      <TextArea
        name="reason"
        label={t('imageReason')}
        hint={t('imageReasonHint')}
        rows={3}
        maxLength={500}
        defaultValue={reason ?? ''}
      />
    </div>
  );
}

type FieldSwitchesProps = { settings: DocumentSettings; chosen: ChosenDocuments; country: string };

/** What is kept, of what the law of the country allows. */
function FieldSwitches({ settings, chosen, country }: FieldSwitchesProps) {
  const t = useTranslations('Settings');
  const names = useTranslations('Documents');
  const law = findKeptData(settings.country);
  const allowed = documentFields.filter((field) => law.fields.includes(field));
  const start = startWith(settings).fields;
  const visas = chosen.fields.includes('visaExpiryDate') ? t('visas_on') : t('visas_off');
  return (
    <fieldset>
      <legend className="font-semibold">{t('fieldsTitle')}</legend>
      <p className="mt-1 text-pretty text-ink-soft text-sm leading-snug">{t('fieldsHint', { country })}</p>
      <div className="mt-2 grid gap-x-4 sm:grid-cols-2">
        {allowed.map((field) => (
          <SwitchInput
            key={field}
            name={`field_${field}`}
            label={names(`field_${field}`)}
            defaultChecked={start.includes(field)}
            {...(law.leadFields.includes(field) ? { hint: t('fieldOfLead') } : {})}
          />
        ))}
      </div>
      <p className="mt-2 text-pretty text-ink-soft leading-snug">
        {mayTrackVisas(settings.country) ? visas : t('visas_forbidden', { country })}
      </p>
    </fieldset>
  );
}
