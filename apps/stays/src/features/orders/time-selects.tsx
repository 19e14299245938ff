'use client';

import { Select } from '@gudbro/ui/select';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useId, useMemo } from 'react';
import { serverNow } from '@/client/server-clock';
import { useStayPage } from '@/shell/actions/session-context';
import { createDayNumber, groupByDay } from '@/shell/cart/served-times';

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
  const dayName = useDayName();
  const days = useMemo(() => {
    const all = times.includes(chosen) ? times : [...times, chosen].sort();
    return groupByDay(all, page.timezone);
  }, [times, chosen, page.timezone]);
  const ofDay = days.find((day) => day.times.includes(chosen))?.times ?? [];
  return (
    <div className="mt-2 grid grid-cols-[repeat(auto-fit,minmax(min(100%,max(8rem,40%)),1fr))] gap-2">
      <LabelledSelect label={t('day')} value={ofDay[0] ?? chosen} onChange={onChange}>
        {days.map(({ day, times: [first = chosen] }) => (
          <option key={day} value={first}>
            {dayName(first)}
          </option>
        ))}
      </LabelledSelect>
      <LabelledSelect label={t('time')} value={chosen} onChange={onChange}>
        {ofDay.map((time) => (
          <option key={time} value={time}>
            {format.dateTime(new Date(time), { timeStyle: 'short' })}
          </option>
        ))}
      </LabelledSelect>
    </div>
  );
}

/** "Today", "Tomorrow", then the date. */
function useDayName(): (instant: string) => string {
  const locale = useLocale();
  const format = useFormatter();
  const { page } = useStayPage();
  return (instant) => {
    const dayNumber = createDayNumber(page.timezone);
    const days = dayNumber(instant) - dayNumber(serverNow());
    const name =
      days === 0 || days === 1
        ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
        : format.dateTime(new Date(instant), { weekday: 'short', day: 'numeric', month: 'short' });
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  };
}

type LabelledSelectProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
};

function LabelledSelect({ label, value, onChange, children }: LabelledSelectProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-ink-soft text-sm">
        {label}
      </label>
      <Select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </Select>
    </div>
  );
}
