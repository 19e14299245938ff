'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { BedSelect } from './bed-select';
import type { Chain, Choice } from './chain';
import { isMovable, nightsToCome, type Occupied } from './moves';
import type { BedRow } from './rows';
import type { Words } from './use-words';

type DisplacedChoiceProps = {
  one: Chain['displaced'][number];
  /** The bed that the first stay leaves, for the swap. */
  leftBed: string;
  today: string;
  occupied: Occupied;
  beds: readonly BedRow[];
  words: Words;
  choose: (choice: Choice) => void;
};

/** Where a stay goes that is in the way: it swaps, goes on the shelf, or into another room, whose guest may then be in the way. */
export function DisplacedChoice(props: DisplacedChoiceProps) {
  const { one, leftBed, today, occupied, beds, words, choose } = props;
  const t = useTranslations('Calendar');
  const group = useId();
  const { stay, choice, swap, before } = one;
  const options = [
    ...(swap === null ? [] : [{ to: 'swap' as const, label: t('swap', { room: leftBed }) }]),
    ...(isMovable(stay) ? [{ to: 'shelf' as const, label: t('toShelf') }] : []),
    { to: 'bed' as const, label: t('toOther') },
  ];
  return (
    <fieldset className="space-y-1 rounded-2xl bg-sunken p-4">
      <legend className="sr-only">{t('whereTo', { name: stay.name })}</legend>
      <p aria-hidden="true" className="font-semibold">
        {t('whereTo', { name: stay.name })}
      </p>
      <p className="text-ink-soft text-sm">
        {`${words.bedOf(stay)} · ${words.days(stay.from, stay.to)} · ${words.status(stay)}`}
      </p>
      {options.map(({ to, label }) => (
        <label key={to} className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="radio"
            name={group}
            checked={choice?.to === to}
            onChange={() => choose(to === 'bed' ? { to, bedKey: '' } : { to })}
            className="size-5"
          />
          {label}
        </label>
      ))}
      {choice?.to === 'bed' && (
        <BedSelect
          label={t('otherRoom')}
          value={choice.bedKey}
          onChange={(bedKey) => choose({ to: 'bed', bedKey })}
          moves={before}
          stay={{ id: stay.id, ...nightsToCome(stay, today) }}
          {...{ occupied, beds, words }}
        />
      )}
    </fieldset>
  );
}
