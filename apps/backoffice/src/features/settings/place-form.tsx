'use client';

import { useTranslations } from 'next-intl';
import { SelectInput, SwitchInput, TextInput, TimeInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { savePlaceSettingsAction } from './actions';
import type { formValues } from './form-values';

type PlaceFormProps = {
  place: string;
  version: string;
  values: ReturnType<typeof formValues.place>;
  types: readonly { value: string; label: string }[];
  timezones: readonly string[];
  staysHost: string;
  /** Where guests find the menu of the restaurant. Null where this server knows no restaurants' app. */
  menuUrl: string | null;
};

/** The name, the ways to reach the desk, the times and the addresses of a place. */
export function PlaceForm({ place, version, values, types, timezones, staysHost, menuUrl }: PlaceFormProps) {
  const t = useTranslations('Settings');
  const text = (name: Exclude<keyof typeof values, 'isListed'>) => ({
    name,
    label: t(`field_${name}`),
    defaultValue: values[name],
  });
  return (
    <RecordForm
      action={savePlaceSettingsAction}
      hidden={{ place, version }}
      draftKey={`${place}/settings/place`}
      submitLabel={t('save')}
    >
      <TextInput {...text('name')} required />
      <SelectInput {...text('type')} hint={t('typeHint')} options={types} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextInput {...text('phone')} type="tel" hint={t('phoneHint')} />
        <TextInput {...text('whatsapp')} type="tel" />
        <TextInput {...text('email')} type="email" />
        <TextInput
          {...text('fnbSlug')}
          hint={menuUrl === null ? t('fnbNotShown') : t('fnbHint', { address: menuUrl })}
        />
        <TimeInput {...text('checkin')} hint={t('checkinHint')} />
        <TimeInput {...text('checkout')} hint={t('checkoutHint')} />
      </div>
      <SelectInput
        {...text('timezone')}
        hint={t('timezoneHint')}
        options={timezones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextInput {...text('slug')} hint={t('slugHint', { address: `${staysHost}/${values.slug}` })} />
        <TextInput {...text('shortCode')} hint={t('shortCodeHint')} />
      </div>
      <SwitchInput
        name="isListed"
        label={t('field_isListed')}
        hint={t('isListedHint')}
        defaultChecked={values.isListed}
      />
    </RecordForm>
  );
}
