'use client';

import { useTranslations } from 'next-intl';
import { TimeInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { setHoursAction } from './hours-actions';
import type { Stay } from './queries';

type HoursFormProps = { slug: string; stay: Stay; onDone: () => void };

/** An arrival before the usual hour, a departure after it: the room is held for both. */
export function HoursForm({ slug, stay, onDone }: HoursFormProps) {
  const t = useTranslations('Calendar');
  return (
    <section className="space-y-4 border-line border-t pt-5">
      <div>
        <h3 className="font-display text-xl">{t('hoursHeading')}</h3>
        <p className="mt-1 text-ink-soft text-sm leading-snug">{t('hoursHint')}</p>
      </div>
      <RecordForm
        action={setHoursAction}
        hidden={{ place: slug, id: stay.id, version: stay.version }}
        draftKey={`${slug}/calendar/hours/${stay.id}`}
        submitLabel={t('holdRoom')}
        submitVariant="secondary"
        onDone={onDone}
      >
        <div className="grid grid-cols-1 gap-3 min-[24rem]:grid-cols-2">
          <TimeInput
            label={t('earlyLabel')}
            name="earlyFrom"
            defaultValue={stay.earlyFrom?.slice(0, 5) ?? ''}
            readOnly={stay.status === 'checked_in'}
          />
          <TimeInput
            label={t('lateLabel')}
            name="lateUntil"
            defaultValue={stay.lateUntil?.slice(0, 5) ?? ''}
          />
        </div>
      </RecordForm>
    </section>
  );
}
