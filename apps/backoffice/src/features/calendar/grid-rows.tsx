'use client';

import { memo, type ReactNode } from 'react';
import { type Bar, findBarAt, findGap } from './bars';
import { styleSpan } from './geometry';
import { GridBar, titleOfBar } from './grid-bar';
import { RoomMark } from './room-mark';
import { type BedRow, isBedRow, type Row } from './rows';
import type { Range } from './use-range';
import type { Words } from './use-words';

type GridRowsProps = {
  rows: readonly Row[];
  tops: readonly number[];
  bars: ReadonlyMap<string, readonly Bar[]>;
  words: Words;
  range: Range;
  firstDay: number;
  /** The row and the day that the keys are at. */
  cursor: { row: number; day: number };
  /** The stay that is being moved. */
  movingKey: string | null;
  /** A bar of fewer nights has no room for a name. */
  shortNights: number;
  /** The first day in view, once the scrolling rests. */
  leftDay: number;
  noType: string;
};

const none: readonly Bar[] = [];

/** The rows in view, and the one that has the focus. */
export const GridRows = memo(function GridRows(props: GridRowsProps) {
  const { rows, tops, bars, words, range, firstDay, cursor, movingKey, shortNights, leftDay, noType } = props;
  const indexes = new Set<number>([cursor.row]);
  for (let index = range.firstRow; index < Math.min(range.lastRow, rows.length); index += 1) {
    indexes.add(index);
  }
  return [...indexes]
    .sort((a, b) => a - b)
    .map((index): ReactNode => {
      const row = rows[index];
      if (row === undefined) {
        return null;
      }
      const place = { index, top: tops[index] ?? 0 };
      return isBedRow(row) ? (
        <BedLine
          key={row.key}
          {...place}
          bed={row}
          bars={bars.get(row.key) ?? none}
          words={words}
          rangeFrom={range.firstDay}
          rangeTo={range.lastDay}
          firstDay={firstDay}
          cursorDay={cursor.row === index ? cursor.day : null}
          movingKey={movingKey}
          shortNights={shortNights}
          leftDay={leftDay}
        />
      ) : (
        <TypeLine key={row.key} {...place} name={row.name ?? noType} />
      );
    });
});

type Place = { index: number; top: number };

function TypeLine({ index, top, name }: Place & { name: string }) {
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      className="calendar-type"
      style={{ top: `${top}rem` }}
    >
      <div role="rowheader" tabIndex={-1} className="calendar-type-name">
        {name}
      </div>
    </div>
  );
}

type BedLineProps = Place & {
  bed: BedRow;
  bars: readonly Bar[];
  words: Words;
  rangeFrom: number;
  rangeTo: number;
  firstDay: number;
  cursorDay: number | null;
  movingKey: string | null;
  /** A bar of fewer nights has no room for a name. */
  shortNights: number;
  /** The first day in view, once the scrolling rests. */
  leftDay: number;
};

/** A bed: its name, and from left to right what has it and where it is free. */
const BedLine = memo(function BedLine(props: BedLineProps) {
  const {
    index,
    top,
    bed,
    bars,
    words,
    rangeFrom,
    rangeTo,
    firstDay,
    cursorDay,
    movingKey,
    shortNights,
    leftDay,
  } = props;
  const shown = bars.filter((bar) => bar.from < rangeTo && bar.to > rangeFrom);
  const atCursor = cursorDay === null ? undefined : findBarAt(bars, cursorDay);
  if (atCursor !== undefined && !shown.includes(atCursor)) {
    shown.push(atCursor);
  }
  const cells = listCells(bars, shown, { from: rangeFrom, to: rangeTo }, atCursor ? null : cursorDay);
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      className="calendar-bed"
      style={{ top: `${top}rem` }}
    >
      <div
        role="rowheader"
        tabIndex={-1}
        aria-colindex={1}
        className={`calendar-bed-name ${bed.isActive ? '' : 'text-ink-soft line-through'}`}
      >
        <span className="truncate">{bed.name}</span>
        <RoomMark state={bed.state} />
        <span className="sr-only">{words.roomState(bed)}</span>
      </div>
      <div role="presentation" className="calendar-track">
        {cells.map((cell) =>
          'bar' in cell ? (
            <GridBar
              key={cell.bar.key}
              bar={cell.bar}
              title={titleOfBar(cell.bar, words.blockName)}
              label={words.bar(bed, cell.bar)}
              firstDay={firstDay}
              isCursor={cell.bar === atCursor}
              isMoving={cell.bar.key === movingKey}
              isShort={cell.bar.to - cell.bar.from < shortNights}
              hidden={countHidden(cell.bar, leftDay)}
            />
          ) : (
            <Gap
              key={cell.from}
              label={
                cell.from === cursorDay ? words.cell(bed, cell.from) : words.free(bed, cell.from, cell.to)
              }
              {...cell}
              firstDay={firstDay}
              isCursor={cell.from === cursorDay}
            />
          ),
        )}
      </div>
    </div>
  );
});

type Free = { from: number; to: number };
type Cell = { bar: Bar } | Free;

/** How much of a bar is left of the days in view. It begins at noon. */
function countHidden({ from, to }: Bar, leftDay: number): number {
  return from < leftDay && leftDay < to ? leftDay - from - 0.5 : 0;
}

/**
 * The cells of a row in the order of their days: bars, and between them the days in which the bed is free. The free day that the
 * keys are at is a cell of its own.
 */
function listCells(
  bars: readonly Bar[],
  shown: readonly Bar[],
  limits: Free,
  cursorDay: number | null,
): Cell[] {
  const cells: (Free & { bar?: Bar })[] = shown.map((bar) => ({ from: bar.from, to: bar.to, bar }));
  for (let day = limits.from; day < limits.to; ) {
    const bar = findBarAt(bars, day);
    const { to } = bar === undefined ? findGap(bars, day, limits) : { to: Math.max(bar.to, day + 1) };
    if (bar === undefined) {
      cells.push(...splitAt({ from: day, to }, cursorDay));
    }
    day = to;
  }
  if (cursorDay !== null && !cells.some(({ from, bar }) => bar === undefined && from === cursorDay)) {
    cells.push({ from: cursorDay, to: cursorDay + 1 });
  }
  return cells
    .sort((a, b) => a.from - b.from)
    .map(({ bar, from, to }) => (bar === undefined ? { from, to } : { bar }));
}

function splitAt(gap: Free, day: number | null): Free[] {
  if (day === null || day < gap.from || day >= gap.to) {
    return [gap];
  }
  return [
    { from: gap.from, to: day },
    { from: day, to: day + 1 },
    { from: day + 1, to: gap.to },
  ].filter(({ from, to }) => from < to);
}

type GapProps = Free & { label: string; firstDay: number; isCursor: boolean };

const Gap = memo(function Gap({ from, to, label, firstDay, isCursor }: GapProps) {
  return (
    <div
      role="gridcell"
      tabIndex={isCursor ? 0 : -1}
      aria-label={label}
      aria-colindex={from - firstDay + 2}
      aria-colspan={to - from}
      data-free={from}
      data-free-to={to}
      data-cursor={isCursor || undefined}
      style={styleSpan({ from, to }, firstDay)}
      className="calendar-free"
    />
  );
});
