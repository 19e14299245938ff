'use client';

import { TextField } from '@gudbro/ui/text-field';
import { useTranslations } from 'next-intl';
import { isDay } from '@/shell/days/days';

type DayFieldsProps = {
  from: string;
  to: string;
  /** Missing where the first day cannot change. */
  onFrom?: (day: string) => void;
  onTo: (day: string) => void;
  labels: { from: string; to: string };
};

/** The first day, and that on whose morning it ends. */
export function DayFields({ from, to, onFrom, onTo, labels }: DayFieldsProps) {
  const t = useTranslations('Calendar');
  return (
    <div className="space-y-1.5">
      <div className="grid grid-cols-1 gap-3 min-[24rem]:grid-cols-2">
        <TextField
          label={labels.from}
          name="from"
          type="date"
          required
          value={from}
          readOnly={onFrom === undefined}
          onChange={({ target: { value } }) => onFrom?.(value)}
        />
        <TextField
          label={labels.to}
          name="to"
          type="date"
          required
          value={to}
          onChange={({ target: { value } }) => onTo(value)}
        />
      </div>
      {!(isDay(from) && isDay(to) && from < to) && (
        <p role="alert" className="font-medium text-danger">
          {t('noNights')}
        </p>
      )}
    </div>
  );
}
