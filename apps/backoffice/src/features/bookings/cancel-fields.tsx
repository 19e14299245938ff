import { getTranslations } from 'next-intl/server';
import { SelectInput, TextArea } from '@/shell/form/fields';
import { type CancelReason, cancelReasons } from './cancel-reasons';

/** Why a stay does not take place, and a note for the desk. The most likely reason is chosen. */
export async function CancelFields({ likely }: { likely: CancelReason }) {
  const t = await getTranslations('CancelReason');
  return (
    <div className="mt-4 space-y-4">
      <SelectInput
        name="reason"
        label={t('why')}
        defaultValue={likely}
        options={cancelReasons.map((reason) => ({ value: reason, label: t(`reason_${reason}`) }))}
      />
      <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={2} maxLength={500} />
    </div>
  );
}
