import { memo } from 'react';
import { RoomMark } from './room-mark';
import { isBedRow, type Row } from './rows';

type GridNamesProps = { rows: readonly Row[]; tops: readonly number[]; noType: string };

/**
 * What stands at the left of the rows, for the eye: a screen reader has the head of each row. All are rendered at once, in a column
 * that sticks, so nothing of them is to be rendered while the grid is scrolled.
 */
export const GridNames = memo(function GridNames({ rows, tops, noType }: GridNamesProps) {
  return (
    <div aria-hidden="true" className="calendar-names">
      {rows.map((row, index) => {
        const style = { top: `${tops[index] ?? 0}rem` };
        return isBedRow(row) ? (
          <div
            key={row.key}
            className={`calendar-bed-name ${row.isActive ? '' : 'text-ink-soft line-through'}`}
            style={style}
          >
            <span className="truncate">{row.name}</span>
            <RoomMark state={row.state} />
          </div>
        ) : (
          <div key={row.key} className="calendar-type-name" style={style}>
            {row.name ?? noType}
          </div>
        );
      })}
    </div>
  );
});
