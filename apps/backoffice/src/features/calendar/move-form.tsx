'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { isDay } from '@/shell/days/days';
import { BedSelect } from './bed-select';
import { DayFields } from './day-fields';
import type { Occupied, Placement } from './moves';
import type { Stay } from './queries';
import { type BedRow, formatBedKey } from './rows';
import type { Words } from './use-words';

type MoveFormProps = {
  stay: Stay;
  occupied: Occupied;
  beds: readonly BedRow[];
  words: Words;
  /** Reads these days, so that the choice of rooms is right. */
  load: (from: string, to: string) => Promise<void>;
  move: (stay: Stay, placement: Placement) => void;
};

/** Another room or other days, by a form: what dragging and the keys do in the grid. */
export function MoveForm({ stay, occupied, beds, words, load, move }: MoveFormProps) {
  const t = useTranslations('Calendar');
  const [bedKey, setBedKey] = useState(stay.roomId === null ? '' : formatBedKey(stay.roomId, stay.bed));
  const [from, setFrom] = useState(stay.from);
  const [to, setTo] = useState(stay.to);
  const isHere = stay.status === 'checked_in';
  const change = (set: (day: string) => void, days: { from: string; to: string }, day: string) => {
    set(day);
    if (isDay(days.from) && isDay(days.to) && days.from < days.to) {
      void load(days.from, days.to);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const bed = beds.find(({ key }) => key === bedKey);
    if (bed !== undefined && from < to) {
      move(stay, { roomId: bed.roomId, bed: bed.bed, from, to });
    }
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <h3 className="font-display text-xl">{stay.roomId === null ? t('giveRoom') : t('moveHeading')}</h3>
      <DayFields
        from={from}
        to={to}
        {...(isHere ? {} : { onFrom: (day) => change(setFrom, { from: day, to }, day) })}
        onTo={(day) => change(setTo, { from, to: day }, day)}
        labels={{ from: t('arrival'), to: t('departure') }}
      />
      <BedSelect
        label={t('roomLabel')}
        value={bedKey}
        onChange={setBedKey}
        stay={{ id: stay.id, from, to }}
        {...{ occupied, beds, words }}
      />
      {isHere && <p className="text-ink-soft text-sm">{t('inHouseHint')}</p>}
      <Button type="submit" className="w-full cursor-pointer sm:w-auto">
        {stay.roomId === null ? t('give') : t('move')}
      </Button>
    </form>
  );
}
