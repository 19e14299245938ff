'use client';

import { memo } from 'react';
import { fromDayNumber } from '@/shell/days/days';
import { frameWeight, useInTurn } from './turns';
import type { Days } from './use-range';
import type { Words } from './use-words';
import type { DayCount } from './views';

type GridHeadProps = {
  firstDay: number;
  range: Days;
  today: number;
  /** The day that the keys are at. */
  cursorDay: number;
  /** How many days are in view: of many, only the Mondays have a date. */
  days: DayCount;
  words: Words;
  corner: string;
};

const weights = { fresh: frameWeight, other: frameWeight };

/** The days, below the bands of their months. */
export const GridHead = memo(function GridHead(props: GridHeadProps) {
  const { firstDay, today, cursorDay, days: shown, words, corner } = props;
  const { from, to } = useInTurn(props.range, () => props.range, weights);
  const days = Array.from({ length: to - from }, (_, index) => from + index);
  return (
    <div role="row" tabIndex={-1} aria-rowindex={1} className="calendar-head">
      <div role="columnheader" tabIndex={-1} aria-colindex={1} data-corner className="calendar-corner">
        {corner}
      </div>
      <div role="presentation" className="calendar-track">
        {listMonths(from, to).map(({ from, to }) => (
          <div
            key={from}
            aria-hidden="true"
            className="calendar-month"
            style={{
              left: `calc(var(--day) * ${from - firstDay})`,
              width: `calc(var(--day) * ${to - from})`,
            }}
          >
            <span className="calendar-month-name">{words.month(from)}</span>
          </div>
        ))}
        {days.map((day) => (
          <div
            key={day}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={day - firstDay + 2}
            aria-label={words.dayWithName(day)}
            aria-current={day === today ? 'date' : undefined}
            data-measure-day={day === from || undefined}
            data-at={day === cursorDay || undefined}
            className="calendar-day"
            style={{ left: `calc(var(--day) * ${day - firstDay})` }}
          >
            {(shown < 90 || isMonday(day) || day === today) && (
              <>
                {shown < 90 && (
                  <span className="calendar-weekday">
                    {(shown === 14 ? words.weekday : words.narrowWeekday)(day)}
                  </span>
                )}
                <span className="calendar-date">{words.dayOfMonth(day)}</span>
              </>
            )}
          </div>
        ))}
      </div>
    </div>
  );
});

// 1 January 1970 was a Thursday.
const isMonday = (day: number) => (day + 3) % 7 === 0;

function listMonths(from: number, to: number): { from: number; to: number }[] {
  const months: { from: number; to: number }[] = [];
  for (let day = from; day < to; ) {
    const [year = 0, month = 1] = fromDayNumber(day).split('-').map(Number);
    const next = Date.UTC(year, month, 1) / 86_400_000;
    months.push({ from: day, to: Math.min(next, to) });
    day = next;
  }
  return months;
}
