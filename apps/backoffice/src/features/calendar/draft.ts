import { toDayNumber } from '@/shell/days/days';
import type { Bar } from './bars';
import { isMovable } from './moves';
import type { Block, Stay } from './queries';
import { isBedRow, type Row } from './rows';

/** What a draft is of: a stay or a block that is moved, or free days that are chosen for something new. */
export type Subject = { kind: 'stay'; stay: Stay } | { kind: 'block'; block: Block } | { kind: 'new' };

/** What is on its way in the grid, by the pointer or by keys, and is not done yet. Days since 1970. */
export type Draft = {
  subject: Subject;
  row: number;
  from: number;
  to: number;
  /** Where it began. */
  start: { row: number; from: number; to: number };
  by: 'keys' | 'pointer';
};

/** What a key or the pointer changes of a draft. */
export type Change = { rows?: number; days?: number; start?: number; end?: number };

export function startDraft(subject: Subject, at: { row: number; from: number; to: number }): Draft {
  return { subject, ...at, start: at, by: 'keys' };
}

/** The draft of a bar, or null for what cannot be moved: where somebody slept before, and a stay that is over. */
export function draftOfBar(bar: Bar, row: number): Draft | null {
  if (bar.kind === 'past' || (bar.kind === 'stay' && bar.stay.status === 'checked_out')) {
    return null;
  }
  const subject: Subject =
    bar.kind === 'stay' ? { kind: 'stay', stay: bar.stay } : { kind: 'block', block: bar.block };
  return startDraft(subject, { row, from: bar.from, to: bar.to });
}

/** The draft of a stay that has no room yet, put into a row. */
export function draftOfShelved(stay: Stay, row: number): Draft {
  return startDraft({ kind: 'stay', stay }, { row, from: toDayNumber(stay.from), to: toDayNumber(stay.to) });
}

export const isInHouse = ({ subject }: Draft): boolean =>
  subject.kind === 'stay' && subject.stay.status === 'checked_in';

/** The next row of a bed, so many beds away. */
export function findBedRow(rows: readonly Row[], from: number, steps: number): number {
  const direction = Math.sign(steps);
  let [found, left] = [from, Math.abs(steps)];
  for (let index = from + direction; left > 0 && index >= 0 && index < rows.length; index += direction) {
    if (isBedRow(rows[index])) {
      found = index;
      left -= 1;
    }
  }
  return found;
}

/**
 * The draft after a change. It has one night at least. A guest who is in house arrived already: only the departure changes, and
 * a bar that is put into another row as a whole keeps that too.
 */
export function changeDraft(draft: Draft, change: Change, rows: readonly Row[]): Draft {
  const { rows: steps = 0, days = 0, start = 0, end = 0 } = change;
  const row = draft.subject.kind === 'new' ? draft.row : findBedRow(rows, draft.row, steps);
  if (isInHouse(draft)) {
    const isPutElsewhere = row !== draft.start.row && start !== 0;
    const to = isPutElsewhere ? draft.start.to : Math.max(draft.to + end, draft.from + 1);
    return { ...draft, row, to };
  }
  const from = Math.min(draft.from + days + start, draft.to + days + end - 1);
  return { ...draft, row, from, to: Math.max(draft.to + days + end, from + 1) };
}

/** The draft at another place, as the pointer has it. */
export function placeDraft(
  draft: Draft,
  at: { row: number; from: number; to: number },
  rows: readonly Row[],
): Draft {
  return changeDraft(
    { ...draft, row: isBedRow(rows[at.row]) ? at.row : draft.row },
    { start: at.from - draft.from, end: at.to - draft.to },
    rows,
  );
}

export const isChanged = ({ row, from, to, start }: Draft): boolean =>
  row !== start.row || from !== start.from || to !== start.to;

/** The key of the bar that is moved. */
export function findKey(subject: Subject): string | null {
  switch (subject.kind) {
    case 'stay':
      return subject.stay.id;
    case 'block':
      return subject.block.id;
    case 'new':
      return null;
  }
}

/** Whether it is a stay that can give up its room. */
export const canBeShelved = ({ subject }: Draft): boolean =>
  subject.kind === 'stay' && subject.stay.roomId !== null && isMovable(subject.stay);
