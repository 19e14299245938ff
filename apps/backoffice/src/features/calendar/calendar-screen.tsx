'use client';

import './calendar.css';
import { PageHeader } from '@gudbro/ui/page-header';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { addDays, fromDayNumber, toDayNumber } from '@/shell/days/days';
import { readDraft } from '@/shell/form/draft';
import type { Bar } from './bars';
import { CalendarPanels } from './calendar-panels';
import { DayList } from './day-list';
import { type Draft, draftOfShelved, findKey } from './draft';
import { Grid, type GridHandle } from './grid';
import { Legend } from './legend';
import { findObstacles, isFree } from './moves';
import type { Calendar, Stay } from './queries';
import { formatBedKey, isBedRow } from './rows';
import { Shelf } from './shelf';
import { Toolbar } from './toolbar';
import type { Refused } from './use-acts';
import { useCalendar } from './use-calendar';
import { useDrops } from './use-drops';
import { useIsPhone } from './use-is-phone';
import { useOpened, usePanelHistory } from './use-opened';
import { draftKeyOfMove } from './use-typed-move';
import { type CalendarView, findStart } from './views';

type CalendarScreenProps = {
  slug: string;
  seesMoney: boolean;
  calendar: Calendar;
  view: CalendarView;
  /** The stay whose panel is open at first. */
  stayId: string | null;
};

/** Everything of the calendar that a browser does: what is shown of which days, and what is done in it. */
export function CalendarScreen({ slug, seesMoney, calendar, view: page, stayId }: CalendarScreenProps) {
  const t = useTranslations('Calendar');
  const grid = useRef<GridHandle>(null);
  const isPhone = useIsPhone();
  const [opened, setOpened] = useOpened(stayId);
  const [refused, setRefused] = useState<Refused | null>(null);
  const close = () => {
    setOpened(null);
    setRefused(null);
  };
  const shown = useCalendar(slug, calendar, page, grid, (move) => {
    const isTyped = readDraft(draftKeyOfMove(slug, move.id)) !== null;
    if (isTyped) {
      setRefused(move);
      setOpened({ kind: 'stay', id: move.id });
    }
    return isTyped;
  });
  const { view, origin, goTo, onSeen, rows, beds, bars, words, things, send, load, isFailed } = shown;
  const [draft, setDraft] = useState<Draft | null>(null);
  const [said, setSaid] = useState('');
  const drops = useDrops({
    ...{ occupied: things, beds, seesMoney, send },
    today: calendar.today,
    onSettled: ({ roomId, bed, from }) => {
      close();
      const row = rows.findIndex((one) => roomId !== null && one.key === formatBedKey(roomId, bed));
      if (row >= 0) {
        grid.current?.focusCell(row, toDayNumber(from));
      }
    },
  });
  usePanelHistory({
    isOpen: opened !== null || drops.asked !== null,
    opened,
    open: setOpened,
    close: () => {
      close();
      drops.dropAsked();
    },
  });

  const tell = (next: Draft | null) => {
    const row = next === null ? undefined : rows[next.row];
    if (next !== null && isBedRow(row)) {
      const [from, to] = [fromDayNumber(next.from), fromDayNumber(next.to)];
      const own = new Set([findKey(next.subject) ?? '']);
      const obstacles = findObstacles(things, { ...row, from, to }, own);
      const names = [...obstacles.stays.map(({ name }) => name), ...obstacles.blocks.map(words.blockName)];
      const state = isFree(obstacles) ? t('free') : t('takenBy', { names: names.join(', ') });
      setSaid([words.room(row), words.days(from, to), state].join(', '));
    }
  };
  const openStay = ({ id }: { id: string }) => setOpened({ kind: 'stay', id });
  const openBlock = ({ id }: { id: string }) => setOpened({ kind: 'block', id });
  const openBar = (bar: Bar) => (bar.kind === 'block' ? openBlock(bar.block) : openStay(bar.stay));
  const openFree = (row: number, from: number, to: number) => {
    const bed = rows[row];
    if (isBedRow(bed)) {
      setOpened({ kind: 'free', bed, from: fromDayNumber(from), to: fromDayNumber(to) });
    }
  };
  const finish = (done: Draft) => {
    setDraft(null);
    const row = rows[done.row];
    if (done.subject.kind === 'new') {
      openFree(done.row, done.from, done.to);
    } else if (isBedRow(row)) {
      drops.finish(done, row);
    }
  };
  const finishOnShelf = ({ subject }: Draft) => {
    setDraft(null);
    if (subject.kind === 'stay' && subject.stay.roomId !== null) {
      const { from, to } = subject.stay;
      drops.move(subject.stay, { roomId: null, bed: '', from, to });
    }
  };
  const startShelved = (stay: Stay) => {
    const next = draftOfShelved(stay, grid.current?.getRow() ?? 0);
    setDraft(next);
    grid.current?.focusCell(next.row, next.from);
    tell(next);
  };

  const shelved = things.stays.filter(({ roomId }) => roomId === null);
  const toolbar = { view, today: calendar.today, goTo };
  const drafting = { draft, setDraft, tell, finish, finishOnShelf };
  return (
    <div className="space-y-4">
      <PageHeader
        title={t('heading')}
        actions={
          <>
            <Toolbar {...toolbar} isForOneDay={false} />
            <Toolbar {...toolbar} isForOneDay />
          </>
        }
      />
      <p role="status" className="sr-only">
        {said}
      </p>
      <p id="calendar-keys" className="sr-only">
        {t('keys')}
      </p>
      {isFailed && (
        <p role="alert" className="font-medium text-danger">
          {t('notLoaded')}
        </p>
      )}
      {shelved.length > 0 && (
        <Shelf
          {...{ words, startMove: startShelved }}
          stays={shelved}
          open={openStay}
          hold={(stay, event) => grid.current?.hold(draftOfShelved(stay, grid.current.getRow()), event)}
        />
      )}
      {/* A server renders the list, which only a phone shows. */}
      {isPhone ? (
        <div className="md:hidden">
          <DayList
            {...{ beds, words, openStay, openBlock }}
            day={view.from}
            occupied={things}
            openFree={(bed) => setOpened({ kind: 'free', bed, from: view.from, to: addDays(view.from, 1) })}
          />
        </div>
      ) : (
        <div>
          <Grid
            key={origin}
            ref={grid}
            {...{ rows, bars, words, origin, openBar, openFree, onSeen, ...drafting }}
            leftDay={toDayNumber(view.from)}
            start={toDayNumber(findStart(view, calendar.today))}
            days={view.days}
            today={toDayNumber(calendar.today)}
            say={(what) => setSaid(t(what))}
          />
          <Legend />
        </div>
      )}
      <CalendarPanels
        {...{ slug, opened, things, beds, words, drops, refused, load, close }}
        today={calendar.today}
      />
    </div>
  );
}
