'use client';

import { useTranslations } from 'next-intl';
import { NumberInput, SelectInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { saveOrderSettingsAction } from './actions';

type OrdersFormProps = {
  place: string;
  version: string;
  values: { arriveMinutes: string; paid: string; slowMinutes: string; lateMinutes: string };
};

const ways = ['', 'room_bill', 'on_delivery', 'included'] as const;

/** What a guest reads before they order, how long it takes and how it is paid, and when the desk's board warns. */
export function OrdersForm({ place, version, values }: OrdersFormProps) {
  const t = useTranslations('Settings');
  return (
    <RecordForm
      action={saveOrderSettingsAction}
      hidden={{ place, version }}
      draftKey={`${place}/settings/orders`}
      submitLabel={t('save')}
    >
      <NumberInput
        name="arriveMinutes"
        label={t('arrive')}
        hint={t('arriveHint')}
        defaultValue={values.arriveMinutes}
      />
      <SelectInput
        name="paid"
        label={t('paid')}
        hint={t('paidHint')}
        defaultValue={values.paid}
        options={ways.map((value) => ({
          value,
          label: value === '' ? t('paid_nothing') : t(`paid_${value}`),
        }))}
      />
      <NumberInput
        name="slowMinutes"
        label={t('slow')}
        hint={t('slowHint')}
        defaultValue={values.slowMinutes}
        required
      />
      <NumberInput name="lateMinutes" label={t('late')} defaultValue={values.lateMinutes} required />
    </RecordForm>
  );
}
