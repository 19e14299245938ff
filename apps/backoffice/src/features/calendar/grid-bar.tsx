'use client';

import { type CSSProperties, memo } from 'react';
import { formatIcons } from './bar-icons';
import { lookOfBar } from './bar-looks';
import type { Bar } from './bars';
import { draftOfBar } from './draft';
import { styleSpan } from './geometry';

export const titleOfBar = (
  bar: Bar,
  blockName: (block: Extract<Bar, { kind: 'block' }>['block']) => string,
) => (bar.kind === 'block' ? blockName(bar.block) : bar.stay.name);

type GridBarProps = {
  bar: Bar;
  after: number;
  title: string;
  /** What a screen reader reads. */
  label: string;
  /** The first day of the grid, and the column that is its first. */
  firstDay: number;
  isCursor: boolean;
  isMoving: boolean;
  /** Whether there is no room for a name. */
  isShort: boolean;
  /** How many days of it are left of those in view: its name begins after them. */
  hidden: number;
};

/** One stay or block in the row of its bed. It knows nothing of pointers and keys: the grid handles them for all. */
export const GridBar = memo(function GridBar({
  bar,
  after,
  title,
  label,
  firstDay,
  isCursor,
  isMoving,
  isShort,
  hidden,
}: GridBarProps) {
  const look = lookOfBar(bar);
  const hasHours = bar.kind === 'stay' && (bar.stay.earlyFrom !== null || bar.stay.lateUntil !== null);
  return (
    <div
      role="gridcell"
      tabIndex={isCursor ? 0 : -1}
      aria-label={label}
      aria-colindex={bar.from - firstDay + 2}
      aria-colspan={Math.max(bar.to - bar.from, 1)}
      data-bar={bar.key}
      data-cursor={isCursor || undefined}
      data-fixed={draftOfBar(bar, 0) === null || undefined}
      data-hours={hasHours || undefined}
      style={
        {
          ...styleSpan(bar, after),
          '--icons': formatIcons(look, hasHours),
          '--hidden': hidden === 0 ? undefined : hidden,
        } as CSSProperties // React's type knows no own properties
      }
      data-short={isShort || undefined}
      className={`calendar-bar ${look.className} ${isMoving ? 'opacity-40' : ''}`}
    >
      {!isShort && title}
    </div>
  );
});
