'use client';

import { useTranslations } from 'next-intl';
import { TextArea } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { TapButton } from '@/shell/form/tap-button';
import { holdDocumentAction, releaseDocumentAction } from './actions';

type HoldProps = { place: string; id: string };

/** Stops what time erases of a document. Folded, since it is rare. */
export function HoldForm({ place, id }: HoldProps) {
  const t = useTranslations('Documents');
  return (
    <details>
      <summary className="flex min-h-12 cursor-pointer items-center font-semibold">{t('hold')}</summary>
      <div className="space-y-4 pt-2">
        <p className="text-pretty text-ink-soft leading-relaxed">{t('holdHint')}</p>
        <RecordForm
          action={holdDocumentAction}
          hidden={{ place, id }}
          draftKey={`${place}/documents/${id}/hold`}
          submitLabel={t('doHold')}
          submitVariant="secondary"
        >
          <TextArea name="reason" label={t('holdReason')} rows={2} maxLength={500} required />
        </RecordForm>
      </div>
    </details>
  );
}

export function ReleaseButton({ place, id }: HoldProps) {
  const t = useTranslations('Documents');
  return (
    <TapButton action={releaseDocumentAction} hidden={{ place, id }}>
      {t('release')}
    </TapButton>
  );
}
