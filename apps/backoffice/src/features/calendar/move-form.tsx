'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { countNights, isDay } from '@/shell/days/days';
import { RestoredNotice } from '@/shell/form/restored-notice';
import { BedSelect } from './bed-select';
import { DayFields } from './day-fields';
import { nightsToCome, type Occupied, type Placement } from './moves';
import type { Stay } from './queries';
import type { BedRow } from './rows';
import { type TypedMove, useTypedMove } from './use-typed-move';
import type { Words } from './use-words';

type MoveFormProps = {
  slug: string;
  today: string;
  stay: Stay;
  occupied: Occupied;
  beds: readonly BedRow[];
  words: Words;
  /** Why it was refused just now. */
  problem: string | null;
  /** Reads these days, so that the choice of rooms is right. */
  load: (from: string, to: string) => Promise<void>;
  move: (stay: Stay, placement: Placement) => void;
};

/** Of more nights, such as after a slip in the year, the database says who is in the way. */
const mostNightsRead = 400;

const isReadable = (from: string, to: string) => from < to && countNights(from, to) <= mostNightsRead;

/** Another room or other days, by a form: what dragging and the keys do in the grid. */
export function MoveForm({ slug, today, stay, occupied, beds, words, problem, load, move }: MoveFormProps) {
  const t = useTranslations('Calendar');
  const { fields, change, isRestored, drop } = useTypedMove(slug, stay);
  const { bedKey, from, to } = fields;
  const isHere = stay.status === 'checked_in';
  const changeDays = (days: Partial<TypedMove>) => {
    change(days);
    const next = { ...fields, ...days };
    if (isDay(next.from) && isDay(next.to) && isReadable(next.from, next.to)) {
      void load(next.from, next.to);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const bed = beds.find(({ key }) => key === bedKey);
    if (bed !== undefined && isDay(from) && isDay(to) && from < to) {
      move(stay, { roomId: bed.roomId, bed: bed.bed, from, to });
    }
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <h3 className="font-display text-xl">{stay.roomId === null ? t('giveRoom') : t('moveHeading')}</h3>
      {problem === null ? (
        isRestored && <RestoredNotice onDrop={drop} />
      ) : (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <DayFields
        from={from}
        to={to}
        {...(isHere ? {} : { onFrom: (day) => changeDays({ from: day }) })}
        onTo={(day) => changeDays({ to: day })}
        labels={{ from: t('arrival'), to: t('departure') }}
      />
      {from < to && to < today && <p className="font-medium">{t('pastDays')}</p>}
      <BedSelect
        label={t('roomLabel')}
        value={bedKey}
        onChange={(chosen) => change({ bedKey: chosen })}
        stay={{ id: stay.id, ...nightsToCome({ status: stay.status, from, to }, today) }}
        {...{ occupied, beds, words }}
      />
      {isHere && <p className="text-ink-soft text-sm">{t('inHouseHint')}</p>}
      <Button type="submit" className="w-full cursor-pointer sm:w-auto">
        {stay.roomId === null ? t('give') : t('move')}
      </Button>
    </form>
  );
}
