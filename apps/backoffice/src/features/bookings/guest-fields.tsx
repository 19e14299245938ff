'use client';

import { useTranslations } from 'next-intl';
import { NumberInput, TextArea, TextInput } from '@/shell/form/fields';

type GuestFieldsProps = {
  /** Asks for how many guests, where it is not of one stay. */
  guestsLabel?: string;
  values?: { name: string; lastName: string; email: string; phone: string; guests: number; notes: string };
};

/** What the desk writes down of a guest. Only the names are needed: with the last name the guest opens the stay. */
export function GuestFields({ values, guestsLabel }: GuestFieldsProps) {
  const t = useTranslations('BookingForm');
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextInput
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          required
          maxLength={200}
          autoComplete="off"
          defaultValue={values?.name}
        />
        <TextInput
          name="lastName"
          label={t('lastName')}
          hint={t('lastNameHint')}
          required
          maxLength={100}
          autoComplete="off"
          defaultValue={values?.lastName}
        />
        <TextInput
          name="phone"
          type="tel"
          label={t('phone')}
          maxLength={40}
          autoComplete="off"
          defaultValue={values?.phone}
        />
        <TextInput
          name="email"
          type="email"
          label={t('email')}
          maxLength={254}
          autoComplete="off"
          defaultValue={values?.email}
        />
      </div>
      <NumberInput
        name="guests"
        label={guestsLabel ?? t('guests')}
        maxLength={3}
        required
        defaultValue={values?.guests ?? 1}
      />
      <TextArea
        name="notes"
        label={t('notes')}
        hint={t('notesHint')}
        maxLength={2000}
        defaultValue={values?.notes}
      />
    </>
  );
}
