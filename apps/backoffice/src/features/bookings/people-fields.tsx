'use client';

import { useTranslations } from 'next-intl';
import { TextArea } from '@/shell/form/fields';

/** Who stays with the guest: their names, one a line. */
export function PeopleFields({ values }: { values: { adults: string; children: string } }) {
  const t = useTranslations('BookingForm');
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextArea
        name="adults"
        label={t('adults')}
        hint={t('peopleHint')}
        rows={3}
        maxLength={6000}
        autoComplete="off"
        defaultValue={values.adults}
      />
      <TextArea
        name="children"
        label={t('children')}
        hint={t('peopleHint')}
        rows={3}
        maxLength={6000}
        autoComplete="off"
        defaultValue={values.children}
      />
    </div>
  );
}
