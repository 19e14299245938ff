'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NumberInput, SwitchInput, TextInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { bookWalkInAction } from './actions';
import { BedChoice } from './bed-choice';
import { addDays } from './days';
import type { FreeBed } from './queries';

type WalkInFormProps = {
  place: { slug: string; shortCode: string; currency: string };
  /** By the clock of the place. */
  today: string;
  beds: readonly FreeBed[];
};

/** Room, last name and nights of a guest who stands at the desk. Rooms that are not free for so long cannot be chosen. */
export function WalkInForm({ place, today, beds }: WalkInFormProps) {
  const t = useTranslations('BookingForm');
  const [nights, setNights] = useState(1);
  const [chosen, setChosen] = useState('');
  const isClean = beds.find(({ roomId, bed }) => `${roomId}/${bed}` === chosen)?.isReady ?? true;
  return (
    <RecordForm
      action={bookWalkInAction}
      hidden={{ place: place.slug }}
      draftKey={`${place.slug}/bookings/walk-in`}
      submitLabel={t('checkInNow')}
      cancelHref={`/p/${place.slug}/bookings`}
    >
      <BedChoice place={place} beds={beds} until={addDays(today, nights)} isForNow onChoose={setChosen} />
      {!isClean && <SwitchInput name="despiteRoom" label={t('despiteRoom')} hint={t('despiteRoomHint')} />}
      <TextInput
        name="lastName"
        label={t('lastName')}
        hint={t('walkInNameHint')}
        required
        maxLength={100}
        autoComplete="off"
      />
      <NumberInput
        name="nights"
        label={t('nightsLabel')}
        required
        maxLength={3}
        defaultValue={1}
        onInput={(event) => setNights(readNumber(event.currentTarget.value))}
      />
    </RecordForm>
  );
}

/** What was typed as nights, at least one and at most a year. */
function readNumber(text: string): number {
  const typed = Number(text);
  return Number.isInteger(typed) ? Math.min(Math.max(typed, 1), 365) : 1;
}
