'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import type { PointerEvent } from 'react';
import type { Stay } from './queries';
import type { Words } from './use-words';

type ShelfProps = {
  stays: readonly Stay[];
  words: Words;
  open: (stay: Stay) => void;
  startMove: (stay: Stay) => void;
  hold: (stay: Stay, event: PointerEvent) => void;
};

/** The stays without a room. Each can be opened, dragged into the grid, or moved there by `M`. */
export function Shelf({ stays, words, open, startMove, hold }: ShelfProps) {
  const t = useTranslations('Calendar');
  return (
    <section
      data-shelf
      aria-labelledby="calendar-shelf"
      className="rounded-2xl border border-field-line border-dashed px-4 py-3"
    >
      <h2 id="calendar-shelf" className="font-semibold text-sm">
        {t('shelf', { count: stays.length })}
      </h2>
      <ul className="mt-2 flex gap-2 overflow-x-auto pb-1">
        {stays.map((stay) => (
          <li key={stay.id} className="shrink-0">
            <button
              type="button"
              onClick={() => open(stay)}
              onKeyDown={(event) => {
                if (event.key === 'm' || event.key === 'M') {
                  event.preventDefault();
                  startMove(stay);
                }
              }}
              onPointerDown={(event) => {
                if (event.button === 0 && event.pointerType !== 'touch') {
                  hold(stay, event);
                }
              }}
              className="flex min-h-11 cursor-grab items-center gap-2 rounded-xl border border-field-line bg-surface px-3 py-1.5 text-left text-sm"
            >
              <Icon name={stay.status === 'pending' ? 'bell' : 'check'} className="size-4 shrink-0" />
              <span className="font-semibold">{stay.name}</span>
              <span className="text-ink-soft">{words.days(stay.from, stay.to)}</span>
              <span className="sr-only">{words.status(stay)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
