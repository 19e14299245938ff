import { formatRoomLabel } from '@gudbro/domain';
import { Icon } from '@gudbro/ui/icon';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { ListSearch } from '@/shell/list/list-search';
import { Pager } from '@/shell/list/pager';
import { RowList } from '@/shell/list/row-list';
import { ClientTexts } from '@/shell/place/client-texts';
import { InactiveTag } from './inactive-tag';
import type { PlaceRoom } from './queries';
import { nextStates } from './room-state';
import { BedStep, RoomStateSteps } from './room-state-steps';
import { RoomStateTag } from './room-state-tag';

type PlaceRoomsViewProps = {
  place: Place;
  rooms: readonly PlaceRoom[];
  search: string;
  next: string | null;
  isLater: boolean;
};

/** The rooms as a housekeeper sees them: what is on the door and what is behind it, and whether it is ready. They have no screen of one room. */
export async function PlaceRoomsView({ place, rooms, search, next, isLater }: PlaceRoomsViewProps) {
  const t = await getTranslations('Rooms');
  const isEmpty = rooms.length === 0 && search === '' && !isLater;
  return (
    <div className="space-y-6">
      <title>{t('pageTitle')}</title>
      <PageHeader title={t('heading')} />
      {isEmpty ? (
        <EmptyList icon="bed" title={t('noRoomsTitle')} text={t('noRoomsYet')} />
      ) : (
        <>
          <ListSearch text={search} label={t('searchLabel')} />
          {rooms.length === 0 && <p className="text-ink-soft">{t('noNumberFound')}</p>}
          <ClientTexts namespaces={['RoomState']}>
            <RowList>
              {rooms.map((room) => (
                <PlaceRoomRow key={room.id} place={place} room={room} />
              ))}
            </RowList>
          </ClientTexts>
          <Pager next={next} isLater={isLater} query={{ q: search }} />
        </>
      )}
    </div>
  );
}

/** A room that opens to what can be done with it. */
async function PlaceRoomRow({ place, room }: { place: Place; room: PlaceRoom }) {
  const t = await getTranslations('Rooms');
  const { state, type, floor, beds, dirtyBeds } = room;
  const label = formatRoomLabel(place.shortCode, room.number);
  const facts = [type, beds > 0 && t('beds', { count: beds }), floor && t('onFloor', { floor })];
  const mayChange = room.isActive && (nextStates[state].length > 0 || dirtyBeds.length > 0);
  const line = (
    <>
      <span className="wrap-anywhere min-w-0 grow">
        <span className="block font-semibold">{label}</span>
        <span className="block text-ink-soft">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      {room.isActive ? <RoomStateTag state={state} dirtyBeds={dirtyBeds.length} /> : <InactiveTag />}
    </>
  );
  const lineClass = 'flex min-h-16 items-center gap-4 px-4 py-3 sm:px-5';
  return (
    <li>
      {mayChange ? (
        <details className="group">
          <summary
            className={`${lineClass} cursor-pointer list-none hover:bg-sunken [&::-webkit-details-marker]:hidden`}
          >
            {line}
            <Icon name="chevron" className="size-5 shrink-0 text-ink-soft group-open:rotate-180" />
          </summary>
          <div className="flex flex-wrap gap-2 px-4 pb-4 sm:px-5">
            <RoomStateSteps place={place.slug} room={room} steps={nextStates[state]} />
            {dirtyBeds.map((bed) => (
              <BedStep key={bed} place={place.slug} room={room} bed={bed} isDirty />
            ))}
          </div>
        </details>
      ) : (
        <div className={`${lineClass} pr-13 sm:pr-14`}>{line}</div>
      )}
    </li>
  );
}
