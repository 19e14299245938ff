'use client';

import { useTranslations } from 'next-intl';
import { DateInput, TextInput, TimeInput } from '@/shell/form/fields';

/** Whom the code is for, and until when it is valid, by the clock of the place. */
export function SessionFields({ name, day, time }: { name: string; day: string; time: string }) {
  const t = useTranslations('Sessions');
  return (
    <>
      <TextInput
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        maxLength={100}
        autoComplete="off"
        defaultValue={name}
      />
      <div className="grid grid-cols-2 items-end gap-3">
        <DateInput name="day" label={t('day')} required defaultValue={day} />
        <TimeInput name="time" label={t('time')} required defaultValue={time} />
      </div>
    </>
  );
}
