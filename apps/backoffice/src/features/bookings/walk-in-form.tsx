'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { addDays } from '@/shell/days/days';
import { NumberInput, SwitchInput, TextInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { bookWalkInAction } from './actions';
import { BedChoice, findBed } from './bed-choice';
import type { FreeBed } from './queries';

type WalkInFormProps = {
  place: { slug: string; shortCode: string; currency: string };
  /** By the clock of the place. */
  today: string;
  beds: readonly FreeBed[];
  /** The bed and the nights that it begins with. */
  chosen: string;
  nights: number;
};

/** Room, last name and nights of a guest who stands at the desk. Rooms that are not free for so long cannot be chosen. */
export function WalkInForm({ place, today, beds, chosen: first, nights: firstNights }: WalkInFormProps) {
  const t = useTranslations('BookingForm');
  const [nights, setNights] = useState(firstNights);
  const [chosen, setChosen] = useState(findBed(beds, first));
  const isClean = beds.find(({ roomId, bed }) => `${roomId}/${bed}` === chosen)?.isReady ?? true;
  return (
    <RecordForm
      action={bookWalkInAction}
      hidden={{ place: place.slug }}
      draftKey={`${place.slug}/bookings/walk-in/${first}`}
      submitLabel={t('checkInNow')}
      cancelHref={`/p/${place.slug}/bookings`}
    >
      <BedChoice
        place={place}
        beds={beds}
        until={addDays(today, nights)}
        current={chosen}
        isForNow
        onChoose={setChosen}
      />
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
        defaultValue={firstNights}
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
