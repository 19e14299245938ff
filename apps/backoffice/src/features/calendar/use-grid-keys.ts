'use client';

import type { KeyboardEvent } from 'react';
import { type Bar, findBarAt } from './bars';
import { type Change, changeDraft, type Draft, draftOfBar, findBedRow, startDraft } from './draft';
import { isBedRow, type Row } from './rows';
import type { Cursor } from './use-cursor';

type GridKeys = {
  rows: readonly Row[];
  bars: ReadonlyMap<string, readonly Bar[]>;
  cursor: Cursor;
  draft: Draft | null;
  today: number;
  limits: { from: number; to: number };
  moveTo: (cursor: Cursor) => void;
  setDraft: (draft: Draft | null) => void;
  /** Does what the draft says, or asks. */
  finish: (draft: Draft) => void;
  openBar: (bar: Bar) => void;
  openFree: (row: number, from: number, to: number) => void;
  say: (what: 'cannotMove' | 'cancelled') => void;
};

const pageRows = 10;

/** The keys of the grid. Without a draft they go from cell to cell, with one they move and stretch it. */
export function useGridKeys(grid: GridKeys): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const isHandled = grid.draft === null ? goByKey(grid, event) : changeByKey(grid, grid.draft, event);
    if (isHandled) {
      event.preventDefault();
    }
  };
}

const changes: Record<string, Change> = {
  ArrowUp: { rows: -1 },
  ArrowDown: { rows: 1 },
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
  'Shift+ArrowLeft': { end: -1 },
  'Shift+ArrowRight': { end: 1 },
};

const nameKey = ({ key, shiftKey }: KeyboardEvent) => (shiftKey ? `Shift+${key}` : key);

function changeByKey(grid: GridKeys, draft: Draft, event: KeyboardEvent): boolean {
  const change = changes[nameKey(event)];
  if (change !== undefined) {
    // What is new stays where it began: only its end moves.
    const isNew = draft.subject.kind === 'new';
    grid.setDraft(changeDraft(draft, isNew ? { end: change.end ?? change.days ?? 0 } : change, grid.rows));
    return true;
  }
  switch (event.key) {
    case 'Enter':
    case ' ':
      grid.finish(draft);
      return true;
    case 'Escape':
    case 'Tab':
      grid.setDraft(null);
      grid.say('cancelled');
      return event.key === 'Escape';
    default:
      return false;
  }
}

function goByKey(grid: GridKeys, event: KeyboardEvent): boolean {
  const { rows, bars, cursor } = grid;
  const row = rows[cursor.row];
  const bar = isBedRow(row) ? findBarAt(bars.get(row.key), cursor.day) : undefined;
  const next = findNext(grid, event.key, bar);
  if (next !== null && !event.shiftKey) {
    grid.moveTo(next);
    return true;
  }
  if (event.shiftKey && event.key.startsWith('Arrow') && bar === undefined) {
    const one = startDraft({ kind: 'new' }, { row: cursor.row, from: cursor.day, to: cursor.day + 1 });
    grid.setDraft(changeDraft(one, { end: event.key === 'ArrowRight' ? 1 : 0 }, rows));
    return true;
  }
  if (event.key === 'Enter' || event.key === ' ') {
    if (bar === undefined) {
      grid.openFree(cursor.row, cursor.day, cursor.day + 1);
    } else {
      grid.openBar(bar);
    }
    return true;
  }
  return startByKey(grid, event, bar);
}

/** `M` begins to move what the keys are at, and so does an arrow with Shift. */
function startByKey(grid: GridKeys, event: KeyboardEvent, bar: Bar | undefined): boolean {
  const change = changes[nameKey(event)];
  const isStart = event.key === 'm' || event.key === 'M' || (event.shiftKey && change !== undefined);
  if (!isStart || bar === undefined) {
    return false;
  }
  const draft = draftOfBar(bar, grid.cursor.row);
  if (draft === null) {
    grid.say('cannotMove');
  } else {
    grid.setDraft(change === undefined ? draft : changeDraft(draft, change, grid.rows));
  }
  return true;
}

/** Where a key leads from a cell. A bar is one cell, however many days it has. */
function findNext(
  { rows, cursor, today, limits }: GridKeys,
  key: string,
  bar: Bar | undefined,
): Cursor | null {
  const { row, day } = cursor;
  const clamp = (to: number) => Math.min(Math.max(to, limits.from), limits.to - 1);
  switch (key) {
    case 'ArrowUp':
      return { row: findBedRow(rows, row, -1), day };
    case 'ArrowDown':
      return { row: findBedRow(rows, row, 1), day };
    case 'ArrowLeft':
      return { row, day: clamp((bar?.from ?? day) - 1) };
    case 'ArrowRight':
      return { row, day: clamp(bar === undefined ? day + 1 : Math.max(bar.to, bar.from + 1)) };
    case 'PageUp':
      return { row: findBedRow(rows, row, -pageRows), day };
    case 'PageDown':
      return { row: findBedRow(rows, row, pageRows), day };
    case 'Home':
      return { row, day: clamp(today) };
    case 'End':
      return { row, day: clamp(day + 28) };
    default:
      return null;
  }
}
