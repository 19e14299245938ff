'use client';

import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { Bar } from './bars';
import { type Draft, draftOfBar, isInHouse, placeDraft, startDraft } from './draft';
import { findRowAt, headRem } from './geometry';
import type { Row } from './rows';
import { scrollAtEdges } from './scroll-at-edges';

type GridPointer = {
  scroller: RefObject<HTMLDivElement | null>;
  rows: readonly Row[];
  tops: readonly number[];
  firstDay: number;
  sizes: { rem: number; day: number; rooms: number };
  findBar: (row: number, key: string) => Bar | undefined;
  setDraft: (draft: Draft | null) => void;
  finish: (draft: Draft) => void;
  /** A draft was let go over the shelf. */
  finishOnShelf: (draft: Draft) => void;
};

type Held = {
  draft: Draft;
  /** Which part of it follows the pointer. Of a stay from the shelf only the row: it keeps its days. */
  part: 'all' | 'start' | 'end' | 'row';
  x: number;
  y: number;
  /** The day under the pointer when it went down. */
  day: number;
};

const dragPixels = 5;
const edgePixels = 8;

/**
 * Dragging in the grid, by a mouse or a pen: a finger scrolls, and opens what it taps. A press that is not dragged is a click,
 * which the grid handles.
 */
export function useGridPointer(grid: GridPointer) {
  const wasDragged = useRef(false);
  const release = useRef<() => void>(undefined);
  useEffect(() => () => release.current?.(), []);
  const finish = useEffectEvent(grid.finish);
  const finishOnShelf = useEffectEvent(grid.finishOnShelf);
  const place = useEffectEvent((draft: Draft, at: { row: number; from: number; to: number }) =>
    placeDraft(draft, at, grid.rows),
  );

  const locate = (x: number, y: number) => {
    const box = grid.scroller.current;
    if (box === null) {
      return { row: 0, day: grid.firstDay };
    }
    const { left, top } = box.getBoundingClientRect();
    const column = (x - left + box.scrollLeft - grid.sizes.rooms) / grid.sizes.day;
    const height = (y - top + box.scrollTop) / grid.sizes.rem - headRem;
    return { row: findRowAt(grid.tops, height), day: grid.firstDay + Math.floor(column) };
  };

  const take = (taken: Held) => {
    const held: Held = { ...taken, draft: { ...taken.draft, by: 'pointer' } };
    release.current?.();
    const frame = { current: 0 };
    let isDragged = false;
    let latest: Draft | null = null;
    const follow = (x: number, y: number) => {
      const next = place(held.draft, findPlace(held, locate(x, y)));
      if (next.row !== latest?.row || next.from !== latest.from || next.to !== latest.to) {
        latest = next;
        grid.setDraft(next);
      }
    };
    const stop = new AbortController();
    const end = () => {
      stop.abort();
      cancelAnimationFrame(frame.current);
    };
    release.current = end;
    const cancel = () => {
      end();
      grid.setDraft(null);
    };
    const on = <Name extends 'pointermove' | 'pointerup' | 'pointercancel' | 'keydown'>(
      name: Name,
      handle: (event: WindowEventMap[Name]) => void,
    ) => window.addEventListener(name, handle, { signal: stop.signal });
    on('pointermove', ({ clientX: x, clientY: y }) => {
      isDragged ||= Math.hypot(x - held.x, y - held.y) >= dragPixels;
      if (isDragged) {
        follow(x, y);
        scrollAtEdges(grid.scroller.current, { x, y }, grid.sizes.rooms, frame, () => follow(x, y));
      }
    });
    on('pointerup', ({ clientX: x, clientY: y }) => {
      end();
      wasDragged.current = isDragged;
      if (latest !== null) {
        const isOnShelf = document.elementFromPoint(x, y)?.closest('[data-shelf]');
        (isOnShelf ? finishOnShelf : finish)(latest);
      }
    });
    on('pointercancel', cancel);
    on('keydown', ({ key }) => {
      if (key === 'Escape') {
        cancel();
      }
    });
  };

  return {
    locate,
    /** Whether the click that follows a drag is to be ignored. */
    takeDragged: () => {
      const dragged = wasDragged.current;
      wasDragged.current = false;
      return dragged;
    },
    /** Takes hold of a stay on the shelf. */
    hold: (draft: Draft, { clientX: x, clientY: y }: PointerEvent) => {
      take({ draft, part: 'row', x, y, day: draft.from });
    },
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      wasDragged.current = false;
      const { button, pointerType, target, clientX: x, clientY: y } = event;
      if (button !== 0 || pointerType === 'touch' || !(target instanceof Element)) {
        return;
      }
      const at = locate(x, y);
      const draft = findDraft(target, at, grid.findBar);
      if (draft !== null) {
        take({ draft, part: findPart(target, x), x, y, day: at.day });
      }
    },
  };
}

/** Where a draft goes that is held at one day of it, with the pointer over another. */
function findPlace({ draft, part, day }: Held, at: { row: number; day: number }) {
  const { start, subject } = draft;
  const days = at.day - day;
  if (subject.kind === 'new') {
    return { row: start.row, from: start.from + Math.min(days, 0), to: start.to + Math.max(days, 0) };
  }
  const isMoved = part === 'all' && !isInHouse(draft);
  return {
    row: part === 'all' || part === 'row' ? at.row : start.row,
    from: start.from + (isMoved || part === 'start' ? days : 0),
    to: start.to + (isMoved || part === 'end' ? days : 0),
  };
}

function findDraft(
  target: Element,
  at: { row: number; day: number },
  findBar: GridPointer['findBar'],
): Draft | null {
  const key = target.closest<HTMLElement>('[data-bar]')?.dataset['bar'];
  if (key !== undefined) {
    const bar = findBar(at.row, key);
    return bar === undefined ? null : draftOfBar(bar, at.row);
  }
  const day = readFreeDay(target, at.day);
  return day === null ? null : startDraft({ kind: 'new' }, { row: at.row, from: day, to: day + 1 });
}

/** The free night at a place in the grid. A free cell begins at noon, so the night at its left edge is that of the day before. */
export function readFreeDay(target: Element, day: number): number | null {
  const { free, freeTo } = target.closest<HTMLElement>('[data-free]')?.dataset ?? {};
  return free === undefined ? null : Math.max(Number(free), Math.min(day, Number(freeTo) - 1));
}

/** At the ends of a bar the pointer takes hold of its first or last day. */
function findPart(target: Element, x: number): Held['part'] {
  const bar = target.closest('[data-bar]');
  if (bar === null) {
    return 'all';
  }
  const { left, right, width } = bar.getBoundingClientRect();
  const edge = Math.min(edgePixels, width / 4);
  if (x > right - edge) {
    return 'end';
  }
  return x < left + edge ? 'start' : 'all';
}
