'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { countNights, isDay } from '@/shell/days/days';
import { LinkButton } from '@/shell/list/link-button';
import { BlockForm } from './block-form';
import { DayFields } from './day-fields';
import { findObstacles, isFree, type Occupied, type Placement } from './moves';
import { Panel } from './panel';
import type { Stay } from './queries';
import type { BedRow } from './rows';
import type { Words } from './use-words';

type FreePanelProps = {
  slug: string;
  today: string;
  bed: BedRow;
  from: string;
  to: string;
  occupied: Occupied;
  beds: readonly BedRow[];
  words: Words;
  move: (stay: Stay, placement: Placement) => void;
  onClose: () => void;
};

/** What free days of a bed may be used for: a stay, one from the shelf, or a block. */
export function FreePanel(props: FreePanelProps) {
  const { slug, today, bed, occupied, beds, words, move, onClose } = props;
  const t = useTranslations('Calendar');
  const [from, setFrom] = useState(props.from);
  const [to, setTo] = useState(props.to);
  const shelved = occupied.stays.filter(
    (stay) =>
      stay.roomId === null &&
      isFree(findObstacles(occupied, { roomId: bed.roomId, bed: bed.bed, from: stay.from, to: stay.to })),
  );
  return (
    <Panel title={words.room(bed)} onClose={onClose}>
      <DayFields
        from={from}
        to={to}
        onFrom={setFrom}
        onTo={setTo}
        labels={{ from: t('arrival'), to: t('departure') }}
      />
      {isDay(from) && isDay(to) && from < to && (
        <StayLinks slug={slug} today={today} bed={bed} from={from} to={to} />
      )}
      {shelved.length > 0 && (
        <section className="space-y-3 border-line border-t pt-5">
          <h3 className="font-display text-xl">{t('fromShelf')}</h3>
          <ul className="space-y-2">
            {shelved.map((stay) => (
              <li key={stay.id}>
                <Button
                  variant="secondary"
                  onClick={() =>
                    move(stay, { roomId: bed.roomId, bed: bed.bed, from: stay.from, to: stay.to })
                  }
                  className="w-full cursor-pointer justify-start text-left"
                >
                  {`${stay.name} · ${words.days(stay.from, stay.to)}`}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <details className="border-line border-t pt-3">
        <summary className="flex min-h-12 cursor-pointer items-center font-semibold text-accent">
          {t('blockHeading')}
        </summary>
        <div className="pt-3">
          <BlockForm
            slug={slug}
            block={{ roomId: bed.roomId, bed: bed.bed, from, to }}
            beds={beds}
            onDone={onClose}
          />
        </div>
      </details>
    </Panel>
  );
}

type StayLinksProps = { slug: string; today: string; bed: BedRow; from: string; to: string };

/** The forms of bookings, with the room and the days filled in: which ones, the first day decides. */
function StayLinks({ slug, today, bed, from, to }: StayLinksProps) {
  const t = useTranslations('Calendar');
  const booking = `/p/${slug}/bookings/new?${new URLSearchParams({ from, to, room: bed.key })}`;
  const nights = String(countNights(from, to));
  const walkIn = `/p/${slug}/bookings/walk-in?${new URLSearchParams({ room: bed.key, nights })}`;
  if (from < today) {
    return (
      <div className="space-y-2">
        <p className="text-ink-soft text-sm">{t('pastHint')}</p>
        <LinkButton href={booking}>{t('forgottenStay')}</LinkButton>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap gap-3">
      {from === today && <LinkButton href={walkIn}>{t('walkIn')}</LinkButton>}
      <LinkButton href={booking} variant={from === today ? 'secondary' : 'primary'}>
        {t('newBooking')}
      </LinkButton>
    </div>
  );
}
