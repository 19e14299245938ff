import { formatRoomLabel } from '@gudbro/domain';
import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { SettlingList } from '@/shell/list/settling-list';
import { ClientTexts } from '@/shell/place/client-texts';
import { nextStates } from './room-state';
import { BedStep, RoomStateSteps } from './room-state-steps';
import { RoomStateTag } from './room-state-tag';
import type { RoomToClean } from './state-queries';

type RoomsToCleanProps = { place: Place; rooms: readonly RoomToClean[] };

/** The rooms that have to be cleaned, first those for which somebody waits, each one tap from being clean. */
export async function RoomsToClean({ place, rooms }: RoomsToCleanProps) {
  const t = await getTranslations('RoomState');
  return (
    <Card title={`${t('toClean')} · ${rooms.length}`} icon="bed">
      {rooms.length === 0 && <p className="text-ink-soft">{t('allClean')}</p>}
      <ClientTexts namespaces={['RoomState']}>
        <SettlingList
          className="divide-y divide-line"
          rowClassName="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 py-4"
          rows={rooms.map((room) => ({
            key: room.stateId,
            row: <RoomRow place={place} room={room} />,
          }))}
        />
      </ClientTexts>
    </Card>
  );
}

async function RoomRow({ place, room }: { place: Place; room: RoomToClean }) {
  const t = await getTranslations('RoomState');
  const { state, dirtyBeds, guest, isOccupied } = room;
  const label = formatRoomLabel(place.shortCode, room.number);
  const hasBedsOnly = state === 'clean' || state === 'inspected';
  const facts = [room.type, room.floor && t('onFloor', { floor: room.floor }), isOccupied && t('occupied')];
  return (
    <>
      <div className="wrap-anywhere min-w-0 grow basis-56">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold text-lg">{label}</span>
          <RoomStateTag state={state} dirtyBeds={dirtyBeds.length} />
        </p>
        <p className="text-ink-soft">{facts.filter(Boolean).join(' · ')}</p>
        {guest !== null && (
          <p
            className={`mt-1 flex items-center gap-1.5 font-medium ${guest === 'waits' ? 'text-danger' : ''}`}
          >
            <Icon name={guest === 'waits' ? 'clock' : 'key'} className="size-4 shrink-0" />
            {t(`guest_${guest}`)}
          </p>
        )}
      </div>
      {hasBedsOnly ? (
        <div className="flex flex-wrap gap-2">
          {dirtyBeds.map((bed) => (
            <BedStep key={bed} place={place.slug} room={room} bed={bed} isDirty />
          ))}
        </div>
      ) : (
        <RoomStateSteps place={place.slug} room={room} steps={nextStates[state]} />
      )}
    </>
  );
}
