'use client';

import { type DateTimeFormatOptions, useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { toDayNumber } from '@/shell/days/days';
import type { Bar } from './bars';
import type { Placement } from './moves';
import type { Block, RoomState, Stay } from './queries';
import { type BedRow, formatBedKey } from './rows';

const msPerDay = 86_400_000;

type Bed = Pick<Placement, 'roomId' | 'bed'>;

export type Words = ReturnType<typeof useWords>;

/**
 * What the calendar calls days, beds, stays and blocks. A day is formatted once: a screen has hundreds of bars, and each is named
 * by two.
 */
export function useWords(beds: readonly BedRow[]) {
  const t = useTranslations('Calendar');
  const format = useFormatter();
  return useMemo(() => {
    const byKey = new Map(beds.map((bed) => [bed.key, bed]));
    const findBed = ({ roomId, bed }: Bed) =>
      roomId === null ? undefined : byKey.get(formatBedKey(roomId, bed));
    const remember = (make: (day: number) => string) => {
      const made = new Map<number, string>();
      return (day: number) => {
        const known = made.get(day) ?? make(day);
        made.set(day, known);
        return known;
      };
    };
    const write = (day: number, how: DateTimeFormatOptions) =>
      format.dateTime(new Date(day * msPerDay), { ...how, timeZone: 'UTC' });
    const day = remember((one) => write(one, { day: 'numeric', month: 'long' }));
    const dayWithName = remember((one) => write(one, { weekday: 'long', day: 'numeric', month: 'long' }));
    const free = t('free');
    const until = remember((one) => t('until', { day: day(one) }));
    const shortDay = remember((one) => write(one, { day: 'numeric', month: 'short' }));
    const statuses = {
      pending: t('status_pending'),
      confirmed: t('status_confirmed'),
      checked_in: t('status_checked_in'),
      checked_out: t('status_checked_out'),
    };
    const kinds = {
      closed: t('kind_closed'),
      maintenance: t('kind_maintenance'),
      owner_use: t('kind_owner_use'),
    };
    const roomNames = new Map<string, string>();
    const room = ({ name }: { name: string }) => {
      const known = roomNames.get(name) ?? t('room', { name });
      roomNames.set(name, known);
      return known;
    };
    const roomStates: Partial<Record<RoomState, string>> = {
      dirty: t('state_dirty'),
      cleaning: t('state_cleaning'),
      out_of_order: t('state_out_of_order'),
    };
    const stayState = ({ status, earlyFrom, lateUntil }: Stay) =>
      [
        statuses[status],
        earlyFrom !== null && t('early', { time: earlyFrom.slice(0, 5) }),
        lateUntil !== null && t('late', { time: lateUntil.slice(0, 5) }),
      ]
        .filter(Boolean)
        .join(', ');
    const blockName = ({ kind, note }: Block) => (note === '' ? kinds[kind] : `${kinds[kind]}: ${note}`);
    return {
      day,
      dayWithName,
      shortDay,
      room,
      blockName,
      /** What is to be done there before the next guest, or nothing. */
      roomState: ({ state, isActive }: BedRow) =>
        [roomStates[state], !isActive && t('notInUse')].filter(Boolean).join(', '),
      stayState,
      weekday: remember((one) => write(one, { weekday: 'short' })),
      /** Where a column has no room for more. */
      narrowWeekday: remember((one) => write(one, { weekday: 'narrow' })),
      dayOfMonth: remember((one) => write(one, { day: 'numeric' })),
      month: remember((one) => write(one, { month: 'short', year: 'numeric' })),
      dayOf: (one: string) => day(toDayNumber(one)),
      days: (from: string, to: string) =>
        t('days', { from: shortDay(toDayNumber(from)), to: shortDay(toDayNumber(to)) }),
      /** `Room 203`, `Room 110 · B`. */
      bedOf: (placement: Bed) => {
        const bed = findBed(placement);
        return bed === undefined ? t('onShelf') : room(bed);
      },
      /** `203`, `110 · B`. */
      bedName: (placement: Bed) => findBed(placement)?.name ?? t('onShelf'),
      status: (stay: Stay) => statuses[stay.status],
      kind: (kind: Block['kind']) => kinds[kind],
      /** "Room 203, 3 December, Johnson, until 6 December, confirmed". */
      bar: (bed: BedRow, bar: Bar) =>
        [
          room(bed),
          day(bar.from),
          bar.kind === 'block' ? blockName(bar.block) : bar.stay.name,
          until(bar.to),
          bar.kind === 'stay' && stayState(bar.stay),
          bar.kind === 'past' && t('movedOut'),
        ]
          .filter(Boolean)
          .join(', '),
      free: (bed: BedRow, from: number, to: number) => [room(bed), day(from), free, until(to)].join(', '),
      cell: (bed: BedRow, one: number) => [room(bed), dayWithName(one), free].join(', '),
    };
  }, [beds, format, t]);
}
