'use client';

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';

const settleMs = 1500;

type SettlingListProps = {
  rows: readonly { key: string; row: ReactNode }[];
  className: string;
  rowClassName: string;
};

type Gap = { key: string; index: number; height: number };

/**
 * A list whose rows leave it once something was done with them. The place of such a row stays empty for a moment: who presses again,
 * because nothing seemed to happen, meets no button of the next row.
 */
export function SettlingList({ rows, className, rowClassName }: SettlingListProps) {
  const list = useRef<HTMLUListElement>(null);
  const shown = useRef<readonly Gap[]>([]);
  const [gaps, setGaps] = useState<readonly Gap[]>([]);
  useLayoutEffect(() => {
    const left = shown.current.filter(({ key }) => rows.every((row) => row.key !== key));
    if (left.length > 0) {
      setGaps((before) => [...before.filter(({ key }) => left.every((gap) => gap.key !== key)), ...left]);
    }
  }, [rows]);
  // After each rendering: where every row stands, should it leave with the next one.
  useLayoutEffect(() => {
    shown.current = [...(list.current?.children ?? [])].flatMap((row, index) => {
      const key = row.getAttribute('data-row');
      return key === null ? [] : [{ key, index, height: row.getBoundingClientRect().height }];
    });
  });
  useEffect(() => {
    if (gaps.length > 0) {
      const timer = setTimeout(() => setGaps([]), settleMs);
      return () => clearTimeout(timer);
    }
    return;
  }, [gaps]);
  const items = rows.map(({ key, row }) => (
    <li key={key} data-row={key} className={rowClassName}>
      {row}
    </li>
  ));
  // A row may have come back meanwhile, by an undo.
  const empty = gaps.filter(({ key }) => rows.every((row) => row.key !== key));
  for (const { key, index, height } of empty.toSorted((a, b) => a.index - b.index)) {
    items.splice(index, 0, <li key={`left ${key}`} aria-hidden="true" style={{ height }} />);
  }
  return (
    <ul ref={list} className={className}>
      {items}
    </ul>
  );
}
