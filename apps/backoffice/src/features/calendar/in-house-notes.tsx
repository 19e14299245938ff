'use client';

import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import type { Move } from './moves';
import type { Preview, Stay } from './queries';
import type { Words } from './use-words';

type MovedGuest = {
  stay: Stay;
  move: Move;
  /** Null until it was read. */
  preview: Preview['moves'][number] | null;
};

type InHouseNotesProps = {
  guests: readonly MovedGuest[];
  /** Whether nobody else is moved with the guest. */
  isAlone: boolean;
  words: Words;
  stayingReports: ReadonlyMap<string, readonly string[]>;
  chooseReports: (id: string, chosen: string[]) => void;
};

/** Before guests who are in house get other rooms: what goes along, and what is not as it should be there. */
export function InHouseNotes({ guests, isAlone, words, stayingReports, chooseReports }: InHouseNotesProps) {
  const t = useTranslations('Calendar');
  const [first] = guests;
  return (
    <section className="space-y-4">
      {first !== undefined && isAlone ? (
        <AloneNotes guest={first} words={words} />
      ) : (
        <NoteList
          notes={[
            t('inHouseAlong'),
            t('inHousePhones'),
            t('inHouseToClean', { rooms: guests.map(({ stay }) => words.bedOf(stay)).join(', ') }),
          ]}
        />
      )}
      {guests.map(({ stay, move, preview }) => (
        <div key={stay.id} className="space-y-4">
          {preview !== null && <RoomProblem problem={preview.roomObstacle} room={words.bedOf(move)} />}
          <StayingReports
            reports={preview?.openReports ?? []}
            room={words.bedOf(stay)}
            chosen={stayingReports.get(stay.id) ?? []}
            onChange={(chosen) => chooseReports(stay.id, chosen)}
          />
        </div>
      ))}
    </section>
  );
}

function AloneNotes({ guest: { stay, move }, words }: { guest: MovedGuest; words: Words }) {
  const t = useTranslations('Calendar');
  const [from, to] = [words.bedOf(stay), words.bedOf(move)];
  return (
    <>
      <p className="leading-relaxed">
        {t(move.to === stay.to ? 'inHouseText' : 'inHouseTextOtherDay', { from, to })}
      </p>
      <NoteList
        notes={[
          t('inHouseAccess'),
          t('inHouseOrders'),
          t('inHouseOldRoom', { room: from }),
          t('inHousePhone', { room: to }),
          ...(move.to === stay.to ? [] : [t('inHouseDeparture', { days: words.days(stay.from, move.to) })]),
        ]}
      />
    </>
  );
}

function NoteList({ notes }: { notes: readonly string[] }) {
  return (
    <ul className="list-disc space-y-1.5 pl-5 leading-snug">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

type RoomObstacle = Preview['moves'][number]['roomObstacle'];

/** Whether the desk can say to use a room all the same. */
export const isOnlyDirty = (problem: RoomObstacle): boolean => problem === 'dirty' || problem === 'cleaning';

function RoomProblem({ problem, room }: { problem: RoomObstacle; room: string }) {
  const t = useTranslations('Calendar');
  if (problem === null || problem === 'no_room') {
    return null;
  }
  if (isOnlyDirty(problem)) {
    return <Notice icon="clock">{t('inHouseDirty', { room })}</Notice>;
  }
  return (
    <Notice tone="danger" role="alert">
      {t(problem === 'occupied' ? 'inHouseOccupied' : 'inHouseOutOfOrder', { room })}
    </Notice>
  );
}

type StayingReportsProps = {
  reports: Preview['moves'][number]['openReports'];
  room: string;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** The open reports of the guest: those that are about the room itself are ticked, and stay with it. */
function StayingReports({ reports, room, chosen, onChange }: StayingReportsProps) {
  const t = useTranslations('Calendar');
  if (reports.length === 0) {
    return null;
  }
  return (
    <fieldset>
      <legend className="font-semibold">{t('inHouseReports', { room })}</legend>
      {reports.map(({ id, title }) => (
        <label key={id} className="flex min-h-12 cursor-pointer items-center gap-3">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ currentTarget }) =>
              onChange(currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
            className="size-5 shrink-0"
          />
          <span className="wrap-anywhere min-w-0">{title}</span>
        </label>
      ))}
    </fieldset>
  );
}
