'use client';

import { useTranslations } from 'next-intl';
import { type PointerEvent, type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import { useBarIcons } from './bar-icons';
import type { Bar } from './bars';
import { canBeShelved, type Draft, findBedRow, findKey } from './draft';
import { DraftBar } from './draft-bar';
import { headRem, listTops } from './geometry';
import { GridHead } from './grid-head';
import { GridNames } from './grid-names';
import { GridRows } from './grid-rows';
import { isBedRow, type Row } from './rows';
import { useCursor } from './use-cursor';
import { useGridClicks } from './use-grid-clicks';
import { useGridKeys } from './use-grid-keys';
import { useGridPointer } from './use-grid-pointer';
import { useRange } from './use-range';
import type { Words } from './use-words';
import { type DayCount, scrolledDays } from './views';

/** What a name needs at least. */
const shortRem = 3.5;

/** What the screen around the grid may ask of it. */
export type GridHandle = {
  showDay: (day: number) => void;
  /** Puts the focus on a cell. */
  focusCell: (row: number, day: number) => void;
  /** The row of the bed that the keys are at. */
  getRow: () => number;
  /** Lets the pointer take a stay from the shelf. */
  hold: (draft: Draft, event: PointerEvent) => void;
};

type GridProps = {
  ref: Ref<GridHandle>;
  rows: readonly Row[];
  bars: ReadonlyMap<string, readonly Bar[]>;
  words: Words;
  /** The first day of all that can be scrolled to. Days since 1970. */
  origin: number;
  /** The first day in view, once the scrolling rests. */
  leftDay: number;
  /** The day on which the keys begin. */
  start: number;
  days: DayCount;
  today: number;
  draft: Draft | null;
  setDraft: (draft: Draft | null) => void;
  /** Says where a draft is that is moved by keys. */
  tell: (draft: Draft | null) => void;
  finish: (draft: Draft) => void;
  finishOnShelf: (draft: Draft) => void;
  openBar: (bar: Bar) => void;
  openFree: (row: number, from: number, to: number) => void;
  say: (what: 'cannotMove' | 'cancelled') => void;
  /** Is told the first day in view with each scrolling. */
  onSeen: (first: number) => void;
};

/**
 * Beds by days: one thing in the order of Tab, in which the arrows go from cell to cell. It is rendered by a script alone: where each
 * bar stands is a style of its own, which the page's security policy allows no server to write.
 */
export function Grid(props: GridProps) {
  const {
    rows,
    bars,
    words,
    origin,
    start,
    days,
    today,
    draft,
    setDraft,
    finish,
    openBar,
    openFree,
    say,
    tell,
  } = props;
  const t = useTranslations('Calendar');
  const scroller = useRef<HTMLDivElement>(null);
  const tops = useMemo(() => listTops(rows), [rows]);
  const { range, isScrolling, sizes, showRow, showDay } = useRange(scroller, {
    ...{ tops, origin, days },
    onSeen: props.onSeen,
  });
  const { cursor, setCursor, moveTo } = useCursor(scroller, {
    row: findBedRow(rows, -1, 1),
    day: start,
  });
  useBarIcons(scroller);

  const goTo = (row: number, day: number) => {
    showRow(row);
    showDay(day);
    moveTo({ row, day });
  };
  const limits = { from: origin, to: origin + scrolledDays };
  const onKeyDown = useGridKeys({
    ...{ rows, bars, cursor, draft, today, limits, finish, openBar, openFree, say },
    moveTo: ({ row, day }) => goTo(row, day),
    setDraft: (next) => {
      setDraft(next);
      tell(next);
      if (next !== null) {
        showRow(next.row);
        showDay(next.to - 1);
      }
    },
  });
  const findBar = (row: number, key: string) => {
    const bed = rows[row];
    return isBedRow(bed) ? bars.get(bed.key)?.find((bar) => bar.key === key) : undefined;
  };
  const { takeDragged, locate, hold, ...pointer } = useGridPointer({
    ...{ scroller, rows, tops, sizes, findBar, setDraft, finish },
    finishOnShelf: props.finishOnShelf,
    firstDay: origin,
  });
  useImperativeHandle(props.ref, () => ({
    showDay: (day) => showDay(day, 'start'),
    focusCell: goTo,
    getRow: () => cursor.row,
    hold,
  }));
  const clicks = useGridClicks({
    ...{ findBar, takeDragged, setCursor, openBar, openFree },
    locateDay: (x, y) => locate(x, y).day,
    cancelDraft: () => setDraft(null),
  });

  return (
    <div className="calendar" data-days={days}>
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        aria-label={t('gridName')}
        aria-describedby="calendar-keys"
        aria-rowcount={rows.length + 1}
        aria-colcount={scrolledDays + 1}
        className="calendar-grid"
        onKeyDown={onKeyDown}
        {...clicks}
        {...pointer}
      >
        <div
          role="presentation"
          className="calendar-canvas"
          style={{ height: `${headRem + (tops.at(-1) ?? 0)}rem` }}
        >
          <div role="rowgroup" className="calendar-head-group">
            <GridHead
              firstDay={origin}
              range={range.days}
              today={today}
              cursorDay={draft?.from ?? cursor.day}
              days={days}
              words={words}
              corner={t('rooms')}
            />
          </div>
          <div
            aria-hidden="true"
            className="calendar-lines"
            style={{ '--saturday': (12 - ((origin + 3) % 7)) % 7 } as React.CSSProperties} // React's type knows no own properties
          />
          <div
            aria-hidden="true"
            className="calendar-today"
            style={{ left: `calc(var(--rooms) + var(--day) * ${today - origin + 0.5})` }}
          />
          <div role="rowgroup" className="calendar-rows">
            <GridNames rows={rows} tops={tops} noType={t('noType')} />
            <GridRows
              {...{ rows, tops, bars, words, range, isScrolling, cursor }}
              movingKey={draft === null ? null : findKey(draft.subject)}
              firstDay={origin}
              noType={t('noType')}
              leftDay={props.leftDay}
              shortNights={Math.ceil((shortRem * sizes.rem) / sizes.day)}
            />
          </div>
          {draft !== null && (
            <DraftBar draft={draft} top={tops[draft.row] ?? 0} firstDay={origin} words={words} />
          )}
        </div>
      </div>
      {draft?.by === 'keys' && (
        <p aria-hidden="true" className="calendar-hint">
          {t('draftKeys')}
        </p>
      )}
      {draft?.by === 'pointer' && canBeShelved(draft) && (
        <p data-shelf aria-hidden="true" className="calendar-hint calendar-hint-shelf">
          {t('shelfHint')}
        </p>
      )}
    </div>
  );
}
