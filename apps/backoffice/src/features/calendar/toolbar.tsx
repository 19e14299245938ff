'use client';

import { buttonClass } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { addDays, isDay } from '@/shell/days/days';
import { type CalendarView, dayCounts } from './views';

type ToolbarProps = {
  view: CalendarView;
  today: string;
  goTo: (view: CalendarView) => void;
  /** Of a phone, which shows one day. */
  isForOneDay: boolean;
};

const small = 'min-h-11 cursor-pointer px-3 py-2';

/** Which days are shown: by steps, by a date, and how many at once. */
export function Toolbar({ view, today, goTo, isForOneDay }: ToolbarProps) {
  const t = useTranslations('Calendar');
  const id = useId();
  const { from, days } = view;
  const [typed, setTyped] = useState({ from, text: from });
  if (typed.from !== from) {
    setTyped({ from, text: from });
  }
  const step = isForOneDay ? 1 : Math.min(days, 28) / 2;
  const go = (day: string) => goTo({ days, from: day });
  return (
    <div className={`flex-wrap items-center gap-2 ${isForOneDay ? 'flex md:hidden' : 'hidden md:flex'}`}>
      <button
        type="button"
        aria-label={isForOneDay ? t('dayBefore') : t('earlier')}
        onClick={() => go(addDays(from, -step))}
        className={buttonClass('secondary', small)}
      >
        <Icon name="arrow" className="size-5 rotate-180" />
      </button>
      <button type="button" onClick={() => go(today)} className={buttonClass('secondary', small)}>
        {t('today')}
      </button>
      <button
        type="button"
        aria-label={isForOneDay ? t('dayAfter') : t('later')}
        onClick={() => go(addDays(from, step))}
        className={buttonClass('secondary', small)}
      >
        <Icon name="arrow" className="size-5" />
      </button>
      <label htmlFor={id} className="sr-only">
        {t('firstDay')}
      </label>
      <input
        id={id}
        type="date"
        value={typed.text}
        onChange={({ target: { value } }) => {
          setTyped({ from, text: value });
          if (isDay(value) && value > '2001') {
            go(value);
          }
        }}
        className="min-h-11 rounded-xl border border-field-line bg-surface px-3"
      />
      {!isForOneDay && (
        <fieldset className="ml-auto flex overflow-hidden rounded-xl border border-field-line">
          <legend className="sr-only">{t('howMany')}</legend>
          {dayCounts.map((count) => (
            <button
              key={count}
              type="button"
              aria-pressed={count === days}
              onClick={() => goTo({ from, days: count })}
              className="min-h-11 cursor-pointer border-field-line border-l bg-surface px-3 first-of-type:border-l-0 aria-pressed:bg-accent aria-pressed:font-semibold aria-pressed:text-accent-ink"
            >
              {t('dayCount', { count })}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
