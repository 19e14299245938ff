'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { serverNow } from '../actions/server-clock';
import { useStayPage } from '../actions/session-context';

type TimeSelectsProps = {
  /** In ascending order. */
  times: readonly string[];
  chosen: string;
  onChange: (time: string) => void;
};

/** A day, and a time of that day. The chosen time is always among them, even if it can no longer be had. */
export function TimeSelects({ times, chosen, onChange }: TimeSelectsProps) {
  const t = useTranslations('Cart');
  const format = useFormatter();
  const { page } = useStayPage();
  const dayOf = createDayOf(page.timezone);
  const dayName = useDayName(dayOf);
  const all = times.includes(chosen) ? times : [...times, chosen].sort();
  const firstOfDays = all.filter((time, index) => index === 0 || dayOf(time) !== dayOf(all[index - 1] ?? ''));
  const ofDay = all.filter((time) => dayOf(time) === dayOf(chosen));
  return (
    <div className="mt-2 grid grid-cols-[repeat(auto-fit,minmax(min(100%,max(8rem,40%)),1fr))] gap-2">
      <Select
        label={t('day')}
        value={firstOfDays.find((time) => dayOf(time) === dayOf(chosen)) ?? chosen}
        onChange={onChange}
      >
        {firstOfDays.map((time) => (
          <option key={time} value={time}>
            {dayName(time)}
          </option>
        ))}
      </Select>
      <Select label={t('time')} value={chosen} onChange={onChange}>
        {ofDay.map((time) => (
          <option key={time} value={time}>
            {format.dateTime(new Date(time), { timeStyle: 'short' })}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** The calendar day of an instant in a time zone, such as `2026-03-09`. */
function createDayOf(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone });
  return (instant) => format.format(new Date(instant));
}

/** "Today", "Tomorrow", then the date. */
function useDayName(dayOf: (instant: string) => string): (instant: string) => string {
  const locale = useLocale();
  const format = useFormatter();
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const today = Date.parse(dayOf(serverNow().toISOString()));
  return (instant) => {
    const days = Math.round((Date.parse(dayOf(instant)) - today) / 86_400_000);
    const name =
      days === 0 || days === 1
        ? relative.format(days, 'day')
        : format.dateTime(new Date(instant), { weekday: 'short', day: 'numeric', month: 'short' });
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  };
}

type SelectProps = { label: string; value: string; onChange: (value: string) => void; children: ReactNode };

function Select({ label, value, onChange, children }: SelectProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-ink-soft text-sm">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-12 w-full rounded-xl border border-field-line bg-surface px-3 text-base text-ink"
      >
        {children}
      </select>
    </div>
  );
}
