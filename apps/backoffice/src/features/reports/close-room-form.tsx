'use client';

import { useTranslations } from 'next-intl';
import { DateInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { closeRoomAction } from './actions';

/** From when the room of a report is closed, and until when that is known. */
export function CloseRoomForm({ place, id, today }: { place: string; id: string; today: string }) {
  const t = useTranslations('Reports');
  return (
    <RecordForm
      action={closeRoomAction}
      hidden={{ place, id }}
      draftKey={`${place}/reports/${id}/closing`}
      submitLabel={t('closeRoom')}
      isEmptiedOnceSent
    >
      <DateInput name="from" label={t('closedFrom')} required min={today} defaultValue={today} />
      <DateInput name="until" label={t('closedUntil')} hint={t('closedUntilHint')} min={today} />
    </RecordForm>
  );
}
