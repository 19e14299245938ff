'use client';

import { useTranslations } from 'next-intl';
import { RecordForm } from '@/shell/form/record-form';
import { bookAction } from './actions';
import { BedChoice, findBed } from './bed-choice';
import { GuestFields } from './guest-fields';
import type { FreeBed } from './queries';

type BookingFormProps = {
  place: { slug: string; shortCode: string; currency: string };
  nights: { checkIn: string; checkOut: string };
  beds: readonly FreeBed[];
  /** The bed that it begins with. */
  chosen: string;
};

/** A room that is free in these nights, and the guest. */
export function BookingForm({ place, nights, beds, chosen }: BookingFormProps) {
  const t = useTranslations('BookingForm');
  return (
    <RecordForm
      action={bookAction}
      hidden={{ place: place.slug, ...nights }}
      draftKey={`${place.slug}/bookings/new/${chosen}`}
      submitLabel={t('book')}
      cancelHref={`/p/${place.slug}/bookings`}
    >
      <BedChoice place={place} beds={beds} current={findBed(beds, chosen)} />
      <GuestFields />
    </RecordForm>
  );
}
