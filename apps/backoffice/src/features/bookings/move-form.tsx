'use client';

import { formatMoney } from '@gudbro/domain';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DateInput, SelectInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { moveAction } from './actions';
import { BedChoice } from './bed-choice';
import type { Booking, FreeBed } from './queries';

type MoveFormProps = {
  place: { slug: string; shortCode: string; currency: string };
  booking: Booking;
  nights: { checkIn: string; checkOut: string };
  beds: readonly FreeBed[];
};

/** Another room for these nights. Of a guest who is in house only the day of departure. */
export function MoveForm({ place, booking, nights, beds }: MoveFormProps) {
  const t = useTranslations('BookingForm');
  const { id, version, status, checkIn, checkOut } = booking;
  const bed = `${booking.roomId}/${booking.bed}`;
  const isHere = status === 'checked_in';
  const locale = useLocale();
  const [chosen, setChosen] = useState(bed);
  const { type = null, totalMinor = null } = beds.find((one) => `${one.roomId}/${one.bed}` === chosen) ?? {};
  return (
    <RecordForm
      action={moveAction}
      hidden={{ place: place.slug, id, version, ...(isHere ? { bed, checkIn } : nights) }}
      draftKey={`${place.slug}/bookings/${id}/move`}
      submitLabel={t('save')}
      cancelHref={`/p/${place.slug}/bookings/${id}`}
    >
      {isHere ? (
        <DateInput
          name="checkOut"
          label={t('departure')}
          hint={t('departureHint')}
          required
          defaultValue={checkOut}
        />
      ) : (
        <>
          <BedChoice
            place={place}
            beds={beds}
            current={beds.some((one) => `${one.roomId}/${one.bed}` === bed) ? bed : ''}
            onChoose={setChosen}
          />
          {type !== booking.roomType && totalMinor !== null && (
            <SelectInput
              name="price"
              label={t('priceOfOtherType')}
              defaultValue="keep"
              options={[
                { value: 'keep', label: t('keepPrice') },
                {
                  value: 'new',
                  label: t('newPrice', { amount: formatMoney(totalMinor, place.currency, locale) }),
                },
              ]}
            />
          )}
        </>
      )}
    </RecordForm>
  );
}
