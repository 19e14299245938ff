'use client';

import { Select } from '@gudbro/ui/select';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { isFree, listBedsFor, type Move, type Occupied } from './moves';
import type { Stay } from './queries';
import type { BedRow } from './rows';
import type { Words } from './use-words';

type BedSelectProps = {
  label: string;
  value: string;
  onChange: (bedKey: string) => void;
  occupied: Occupied;
  beds: readonly BedRow[];
  words: Words;
  /** The moves that are decided already. */
  moves?: readonly Move[];
  /** Who is to have the bed, and in which nights. */
  stay: Pick<Stay, 'id' | 'from' | 'to'>;
};

/** The beds of a place, the free ones first, the others with who has them. */
export function BedSelect(props: BedSelectProps) {
  const { label, value, onChange, occupied, beds, words, moves = [], stay } = props;
  const t = useTranslations('Calendar');
  const id = useId();
  const listed = listBedsFor(occupied, beds, moves, stay);
  const free = listed.filter(({ obstacles }) => isFree(obstacles));
  const taken = listed.filter(({ obstacles }) => !isFree(obstacles));
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {label}
      </label>
      <Select id={id} name="bed" value={value} onChange={(event) => onChange(event.target.value)}>
        {value === '' && <option value="">{t('chooseRoom')}</option>}
        <optgroup label={t('freeRooms')}>
          {free.map(({ bed }) => (
            <option key={bed.key} value={bed.key}>
              {bed.name}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('takenRooms')}>
          {taken.map(({ bed, obstacles: { stays, blocks } }) => (
            <option key={bed.key} value={bed.key} disabled={blocks.length > 0}>
              {[bed.name, ...stays.map(({ name }) => name), ...blocks.map(words.blockName)].join(' · ')}
            </option>
          ))}
        </optgroup>
      </Select>
    </div>
  );
}
