'use client';

import { useTranslations } from 'next-intl';
import { TextArea } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { undoEntryAction } from './actions';

type UndoFormProps = { place: string; entryId: string; needsReason: boolean };

/** Undoes one entry. Later than ten minutes, and for another's entry, with a reason that the history shows. */
export function UndoForm({ place, entryId, needsReason }: UndoFormProps) {
  const t = useTranslations('Undo');
  return (
    <RecordForm
      action={undoEntryAction}
      hidden={{ place, id: entryId }}
      draftKey={`${place}/history/${entryId}`}
      submitLabel={t('undo')}
    >
      <TextArea
        name="reason"
        label={needsReason ? t('reason') : t('reasonIfAny')}
        hint={t('reasonHint')}
        rows={2}
        maxLength={500}
        required={needsReason}
      />
    </RecordForm>
  );
}
