import { formatRoomLabel } from '@gudbro/domain';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { ListSearch } from '@/shell/list/list-search';
import { Pager } from '@/shell/list/pager';
import { Row, RowList } from '@/shell/list/row-list';
import { InactiveTag } from './inactive-tag';
import type { PlaceRoom } from './queries';

type PlaceRoomsViewProps = {
  place: Place;
  rooms: readonly PlaceRoom[];
  search: string;
  next: string | null;
  isLater: boolean;
};

/** The rooms as a housekeeper sees them: what is on the door and what is behind it, and no screen of one room. */
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
          <RowList>
            {rooms.map(({ id, number, type, floor, beds, isActive }) => (
              <Row
                key={id}
                title={formatRoomLabel(place.shortCode, number)}
                detail={[type, beds > 0 && t('beds', { count: beds }), floor && t('onFloor', { floor })]
                  .filter(Boolean)
                  .join(' · ')}
                end={!isActive && <InactiveTag />}
              />
            ))}
          </RowList>
          <Pager next={next} isLater={isLater} query={{ q: search }} />
        </>
      )}
    </div>
  );
}
