'use client';

import { Button } from '@gudbro/ui/button';
import { ButtonLink } from '@gudbro/ui/button-link';
import { useTranslations } from 'next-intl';
import { countNights } from '@/shell/days/days';
import { HoursForm } from './hours-form';
import { MoveForm } from './move-form';
import { isMovable, type Occupied, type Placement } from './moves';
import { Panel } from './panel';
import type { Stay } from './queries';
import type { BedRow } from './rows';
import type { Words } from './use-words';

type StayPanelProps = {
  slug: string;
  today: string;
  stay: Stay;
  occupied: Occupied;
  beds: readonly BedRow[];
  words: Words;
  /** Why a move by the form was refused just now. */
  problem: string | null;
  load: (from: string, to: string) => Promise<void>;
  move: (stay: Stay, placement: Placement) => void;
  onClose: () => void;
};

/** One stay: what the calendar knows of it, the way to the rest, and all that the grid does with it by forms. */
export function StayPanel(props: StayPanelProps) {
  const { slug, today, stay, occupied, beds, words, problem, load, move, onClose } = props;
  const t = useTranslations('Calendar');
  const canChange = isMovable(stay) || stay.status === 'checked_in';
  const facts: [term: string, text: string][] = [
    [t('statusLabel'), words.stayState(stay)],
    [t('roomLabel'), words.bedOf(stay)],
    [
      t('staysLabel'),
      `${words.days(stay.from, stay.to)} · ${t('nights', { count: countNights(stay.from, stay.to) })}`,
    ],
  ];
  return (
    <Panel title={stay.name} onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {facts.map(([term, text]) => (
          <div key={term} className="contents">
            <dt className="text-ink-soft">{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <ButtonLink href={`/p/${slug}/bookings/${stay.id}`} variant="secondary" className="w-full sm:w-auto">
        {t('openBooking')}
      </ButtonLink>
      {canChange && <MoveForm {...{ slug, today, stay, occupied, beds, words, problem, load, move }} />}
      {isMovable(stay) && stay.roomId !== null && (
        <Button
          variant="secondary"
          onClick={() => move(stay, { roomId: null, bed: '', from: stay.from, to: stay.to })}
          className="w-full cursor-pointer sm:w-auto"
        >
          {t('toShelf')}
        </Button>
      )}
      {canChange && <HoursForm slug={slug} stay={stay} onDone={onClose} />}
    </Panel>
  );
}
