'use client';

import { memo } from 'react';
import { type Bar, findBarAt, findGap } from './bars';
import { styleSpan } from './geometry';
import { GridBar, titleOfBar } from './grid-bar';
import { type BedRow, isBedRow, type Row } from './rows';
import { frameWeight, useInTurn } from './turns';
import type { Days, Range } from './use-range';
import type { Words } from './use-words';

type GridRowsProps = {
  rows: readonly Row[];
  tops: readonly number[];
  bars: ReadonlyMap<string, readonly Bar[]>;
  words: Words;
  range: Range;
  isScrolling: () => boolean;
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

/** What a frame renders: a row that is new in view, or a few that get other days. */
const weights = { fresh: frameWeight, other: frameWeight / 3 };

/** The rows in view, and the one that has the focus. */
export const GridRows = memo(function GridRows(props: GridRowsProps) {
  const { rows, tops, bars, words, range, isScrolling, firstDay, cursor, movingKey, shortNights, leftDay } =
    props;
  const indexes = new Set<number>([cursor.row]);
  for (let index = range.firstRow; index < Math.min(range.lastRow, rows.length); index += 1) {
    indexes.add(index);
  }
  const shown = [...indexes]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const row = rows[index];
      return row === undefined ? [] : [{ index, row, top: tops[index] ?? 0 }];
    });
  return shown.map(({ index, row, top }) =>
    isBedRow(row) ? (
      <BedLine
        key={row.key}
        index={index}
        top={top}
        bed={row}
        bars={bars.get(row.key) ?? none}
        words={words}
        days={range.days}
        inView={range.inView}
        isScrolling={isScrolling}
        firstDay={firstDay}
        cursorDay={cursor.row === index ? cursor.day : null}
        movingKey={movingKey}
        shortNights={shortNights}
        leftDay={leftDay}
      />
    ) : (
      <TypeLine key={row.key} index={index} top={top} name={row.name ?? props.noType} />
    ),
  );
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
      <div role="rowheader" tabIndex={-1} className="calendar-header">
        {name}
      </div>
    </div>
  );
}

type BedLineProps = Place & {
  bed: BedRow;
  bars: readonly Bar[];
  words: Words;
  days: Days;
  /** Those that a row which is new in view has first. */
  inView: Days;
  isScrolling: () => boolean;
  firstDay: number;
  cursorDay: number | null;
  movingKey: string | null;
  /** A bar of fewer nights has no room for a name. */
  shortNights: number;
  /** The first day in view, once the scrolling rests. */
  leftDay: number;
};

/** A bed: its name for a screen reader (the eye has `grid-names.tsx`), and from left to right what has it and where it is free. */
const BedLine = memo(function BedLine(props: BedLineProps) {
  const {
    index,
    top,
    bed,
    bars,
    words,
    days,
    inView,
    isScrolling,
    firstDay,
    cursorDay,
    movingKey,
    shortNights,
    leftDay,
  } = props;
  const inTurn = useInTurn(days, () => (isScrolling() ? null : days), weights, inView);
  // The keys wait for the cell that they go to.
  const taken = cursorDay === null ? inTurn : days;
  if (taken === null) {
    return null;
  }
  const cells = listCells(bars, taken, cursorDay);
  const atCursor = cursorDay === null ? undefined : findBarAt(bars, cursorDay);
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      className="calendar-bed"
      style={{ top: `${top}rem` }}
    >
      <div role="rowheader" tabIndex={-1} aria-colindex={1} className="calendar-header">
        {[bed.name, words.roomState(bed)].filter(Boolean).join(', ')}
      </div>
      <div role="presentation" className="calendar-track">
        {cells.map((cell, index) =>
          'bar' in cell ? (
            <GridBar
              key={cell.bar.key}
              bar={cell.bar}
              after={endOf(cells[index - 1], firstDay)}
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
              after={endOf(cells[index - 1], firstDay)}
              firstDay={firstDay}
              isCursor={cell.from === cursorDay}
            />
          ),
        )}
      </div>
    </div>
  );
});

type Cell = { bar: Bar } | Days;

/** How much of a bar is left of the days in view. It begins at noon. */
function countHidden({ from, to }: Bar, leftDay: number): number {
  return from < leftDay && leftDay < to ? leftDay - from - 0.5 : 0;
}

/**
 * The cells of a row in the order of their days: bars, and between them the days in which the bed is free. What the keys are at
 * is one of them, also out of these days: a bar, or a free day that is a cell of its own.
 */
function listCells(bars: readonly Bar[], days: Days, cursorDay: number | null): Cell[] {
  const atCursor = cursorDay === null ? undefined : findBarAt(bars, cursorDay);
  const freeDay = atCursor === undefined ? cursorDay : null;
  const cells: (Days & { bar?: Bar })[] = bars
    .filter((bar) => (bar.from < days.to && bar.to > days.from) || bar === atCursor)
    .map((bar) => ({ from: bar.from, to: bar.to, bar }));
  for (let day = days.from; day < days.to; ) {
    const bar = findBarAt(bars, day);
    const { to } = bar === undefined ? findGap(bars, day, days) : { to: Math.max(bar.to, day + 1) };
    if (bar === undefined) {
      cells.push(...splitAt({ from: day, to }, freeDay));
    }
    day = to;
  }
  if (freeDay !== null && !cells.some(({ from, bar }) => bar === undefined && from === freeDay)) {
    cells.push({ from: freeDay, to: freeDay + 1 });
  }
  return cells
    .sort((a, b) => a.from - b.from)
    .map(({ bar, from, to }) => (bar === undefined ? { from, to } : { bar }));
}

function splitAt(gap: Days, day: number | null): Days[] {
  if (day === null || day < gap.from || day >= gap.to) {
    return [gap];
  }
  return [
    { from: gap.from, to: day },
    { from: day, to: day + 1 },
    { from: day + 1, to: gap.to },
  ].filter(({ from, to }) => from < to);
}

/** Where a cell ends that the next one follows. */
function endOf(cell: Cell | undefined, firstDay: number): number {
  if (cell === undefined) {
    return firstDay - 0.5;
  }
  const { from, to } = 'bar' in cell ? cell.bar : cell;
  return Math.max(to, from + 0.5);
}

type GapProps = Days & { after: number; label: string; firstDay: number; isCursor: boolean };

const Gap = memo(function Gap({ from, to, after, label, firstDay, isCursor }: GapProps) {
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
      style={styleSpan({ from, to }, after)}
      className="calendar-free"
    />
  );
});
