'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { lookOfStay } from './bar-looks';
import { isOfBed } from './bars';
import type { Occupied } from './moves';
import type { Block, Stay } from './queries';
import { RoomMark } from './room-mark';
import { type BedRow, formatBedKey } from './rows';
import type { Words } from './use-words';

type DayListProps = {
  day: string;
  occupied: Occupied;
  beds: readonly BedRow[];
  words: Words;
  openStay: (stay: Stay) => void;
  openBlock: (block: Block) => void;
  openFree: (bed: BedRow) => void;
};

/** The calendar of a phone: one day, with who comes, who leaves, who stays, what is closed and what is free. */
export function DayList(props: DayListProps) {
  const { day, occupied, beds, words, openStay, openBlock, openFree } = props;
  const t = useTranslations('Calendar');
  const order = new Map(beds.map(({ roomId, bed }, index) => [`${roomId}/${bed}`, index]));
  const inRooms = occupied.stays
    .filter(({ roomId }) => roomId !== null)
    .sort((a, b) => (order.get(`${a.roomId}/${a.bed}`) ?? 0) - (order.get(`${b.roomId}/${b.bed}`) ?? 0));
  const arriving = inRooms.filter(({ from, status }) => from === day && status !== 'checked_out');
  const leaving = inRooms.filter(({ to }) => to === day);
  const staying = inRooms.filter(
    ({ from, to, status }) => from < day && day < to && status !== 'checked_out',
  );
  const closed = occupied.blocks.filter(({ from, to }) => from <= day && day < to);
  const taken = new Set([...arriving, ...staying].map(({ roomId, bed }) => formatBedKey(roomId ?? '', bed)));
  const free = beds.filter(
    (bed) => bed.isActive && !taken.has(bed.key) && !closed.some((block) => isOfBed(block, bed)),
  );
  const listStays = (stays: readonly Stay[]) =>
    stays.map((stay) => (
      <StayLine
        key={stay.id}
        {...{ stay, words }}
        bed={beds.find(({ key }) => key === formatBedKey(stay.roomId ?? '', stay.bed))}
        open={() => openStay(stay)}
      />
    ));
  return (
    <div className="space-y-6">
      <Section title={t('arrivals', { count: arriving.length })} none={t('noArrivals')}>
        {listStays(arriving)}
      </Section>
      <Section title={t('departures', { count: leaving.length })} none={t('noDepartures')}>
        {listStays(leaving)}
      </Section>
      <Section title={t('staying', { count: staying.length })} none={t('noStaying')}>
        {listStays(staying)}
      </Section>
      {closed.length > 0 && (
        <Section title={t('closedRooms', { count: closed.length })} none="">
          {closed.map((block) => (
            <Line
              key={block.id}
              room={beds.find((bed) => isOfBed(block, bed))?.number ?? ''}
              title={words.blockName(block)}
              text={words.days(block.from, block.to)}
              icon="lock"
              open={() => openBlock(block)}
            />
          ))}
        </Section>
      )}
      <Section title={t('freeBeds', { count: free.length })} none={t('noneFree')}>
        {free.map((bed) => (
          <li key={bed.key}>
            <button
              type="button"
              onClick={() => openFree(bed)}
              className="flex min-h-12 w-full cursor-pointer items-center gap-3 px-4 py-2 text-left"
            >
              <span className="flex min-w-16 items-center gap-2 font-semibold">
                {bed.name}
                <BedState bed={bed} words={words} />
              </span>
              <span className="grow text-accent">{t('useRoom')}</span>
              <Icon name="plus" className="size-5 shrink-0 text-accent" />
            </button>
          </li>
        ))}
      </Section>
    </div>
  );
}

function Section({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <section>
      <h2 className="mb-2 font-display text-xl">{title}</h2>
      {children.length === 0 ? (
        <p className="text-ink-soft">{none}</p>
      ) : (
        <ul className="divide-y divide-line rounded-2xl bg-surface shadow-lift">{children}</ul>
      )}
    </section>
  );
}

type StayLineProps = { stay: Stay; bed: BedRow | undefined; words: Words; open: () => void };

function StayLine({ stay, bed, words, open }: StayLineProps) {
  return (
    <Line
      room={words.bedName(stay)}
      {...(bed === undefined ? {} : { state: <BedState bed={bed} words={words} /> })}
      title={stay.name}
      text={`${words.days(stay.from, stay.to)} · ${words.stayState(stay)}`}
      icon={lookOfStay(stay).icon}
      open={open}
    />
  );
}

/** What is to be done in the room, as beside its name in the grid. */
function BedState({ bed, words }: { bed: BedRow; words: Words }) {
  return (
    <>
      <RoomMark state={bed.state} />
      <span className="sr-only">{words.roomState(bed)}</span>
    </>
  );
}

type LineProps = {
  room: string;
  state?: ReactNode;
  title: string;
  text: string;
  icon: ReturnType<typeof lookOfStay>['icon'];
  open: () => void;
};

function Line({ room, state, title, text, icon, open }: LineProps) {
  return (
    <li>
      <button
        type="button"
        onClick={open}
        className="flex min-h-14 w-full cursor-pointer items-center gap-3 px-4 py-2 text-left"
      >
        <span className="flex min-w-16 items-center gap-2 break-words font-semibold">
          {room}
          {state}
        </span>
        <span className="min-w-0 grow leading-snug">
          <span className="block break-words font-semibold">{title}</span>
          <span className="block text-ink-soft text-sm">{text}</span>
        </span>
        <Icon name={icon} className="size-5 shrink-0 text-ink-soft" />
      </button>
    </li>
  );
}
