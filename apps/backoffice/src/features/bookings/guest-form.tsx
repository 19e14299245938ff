'use client';

import { useTranslations } from 'next-intl';
import { RecordForm } from '@/shell/form/record-form';
import { saveGuestAction } from './actions';
import { GuestFields } from './guest-fields';
import { toGuestValues } from './guest-values';
import { PeopleFields } from './people-fields';
import type { Booking } from './queries';

/** The form of what is known of a booking's guest. */
export function GuestForm({ place, booking }: { place: string; booking: Booking }) {
  const t = useTranslations('BookingForm');
  const { id, version } = booking;
  const values = toGuestValues(booking);
  return (
    <RecordForm
      action={saveGuestAction}
      hidden={{ place, id, version }}
      draftKey={`${place}/bookings/${id}/guest`}
      submitLabel={t('save')}
      cancelHref={`/p/${place}/bookings/${id}`}
    >
      <GuestFields values={values} />
      <PeopleFields values={values} />
    </RecordForm>
  );
}
