'use client';

import type { FocusEvent, MouseEvent } from 'react';
import type { Bar } from './bars';
import type { Cursor } from './use-cursor';
import { readFreeDay } from './use-grid-pointer';

type GridClicks = {
  findBar: (row: number, key: string) => Bar | undefined;
  /** The day at a place of the window. */
  locateDay: (x: number, y: number) => number;
  takeDragged: () => boolean;
  setCursor: (cursor: Cursor) => void;
  cancelDraft: () => void;
  openBar: (bar: Bar) => void;
  openFree: (row: number, from: number, to: number) => void;
};

const findRow = (target: Element) =>
  Number(target.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')) - 2;

/** A click opens what it is on. Where the focus is put, the keys go on from, also by a screen reader. */
export function useGridClicks(grid: GridClicks) {
  return {
    onClick: ({ target, clientX, clientY }: MouseEvent) => {
      if (grid.takeDragged() || !(target instanceof Element)) {
        return;
      }
      grid.cancelDraft();
      const row = findRow(target);
      const key = target.closest<HTMLElement>('[data-bar]')?.dataset['bar'];
      const bar = key === undefined ? undefined : grid.findBar(row, key);
      const day = readFreeDay(target, grid.locateDay(clientX, clientY));
      if (bar !== undefined) {
        grid.setCursor({ row, day: bar.from });
        grid.openBar(bar);
      } else if (day !== null) {
        grid.setCursor({ row, day });
        grid.openFree(row, day, day + 1);
      }
    },
    onFocus: ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target.dataset['cursor'] !== undefined) {
        return;
      }
      const row = findRow(target);
      const { bar: key, free } = target.dataset;
      const day = key === undefined ? Number(free) : grid.findBar(row, key)?.from;
      if (day !== undefined && !Number.isNaN(day)) {
        grid.setCursor({ row, day });
      }
    },
  };
}
