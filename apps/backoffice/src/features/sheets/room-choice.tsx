'use client';

import { Button } from '@gudbro/ui/button';
import { useFormatter, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { RoomToPrint } from './queries';

type RoomChoiceProps = { rooms: readonly RoomToPrint[]; hasMore: boolean };

/** The rooms that were found, all chosen at first. */
export function RoomChoice({ rooms, hasMore }: RoomChoiceProps) {
  const t = useTranslations('Sheets');
  const group = useRef<HTMLFieldSetElement>(null);
  const [count, setCount] = useState(rooms.length);
  const boxes = () => [...(group.current?.querySelectorAll<HTMLInputElement>('input[name="room"]') ?? [])];
  const recount = () => setCount(boxes().filter(({ checked }) => checked).length);
  const setAll = (isChecked: boolean) => {
    for (const box of boxes()) {
      box.checked = isChecked;
    }
    recount();
    // The form draws its preview anew on a change, and setting a box is none.
    boxes()[0]?.dispatchEvent(new Event('change', { bubbles: true }));
  };
  return (
    <fieldset ref={group} onChange={recount} className="min-w-0">
      <legend className="sr-only">{t('filterHeading')}</legend>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <p role="status" className="mr-auto basis-full font-semibold sm:basis-auto">
          {t('selected', { count })}
        </p>
        <Button variant="secondary" onClick={() => setAll(true)} className="cursor-pointer noscript:hidden">
          {t('all')}
        </Button>
        <Button variant="secondary" onClick={() => setAll(false)} className="cursor-pointer noscript:hidden">
          {t('none')}
        </Button>
      </div>
      {hasMore && <p className="mb-3 text-ink-soft">{t('tooMany', { count: rooms.length })}</p>}
      <ul className="grid max-h-96 grid-cols-[repeat(auto-fill,minmax(min(9.5rem,100%),1fr))] gap-2 overflow-y-auto p-1">
        {rooms.map((room) => (
          <RoomBox key={room.id} room={room} />
        ))}
      </ul>
    </fieldset>
  );
}

function RoomBox({ room }: { room: RoomToPrint }) {
  const t = useTranslations('Sheets');
  const format = useFormatter();
  const state = room.isTorn
    ? t('tornTag')
    : room.printedAt === null
      ? t('neverPrinted')
      : t('printedOn', {
          date: format.dateTime(new Date(room.printedAt), { day: 'numeric', month: 'short' }),
        });
  return (
    <li>
      <label className="flex min-h-14 cursor-pointer items-center gap-3 rounded-xl border border-line px-3 py-2 has-checked:border-accent has-checked:bg-sunken">
        <input type="checkbox" name="room" value={room.id} defaultChecked className="size-5 shrink-0" />
        <span className="min-w-0 leading-tight">
          <span className="wrap-anywhere block font-semibold">{room.number}</span>
          <span className="block text-ink-soft text-sm">{state}</span>
        </span>
      </label>
    </li>
  );
}
