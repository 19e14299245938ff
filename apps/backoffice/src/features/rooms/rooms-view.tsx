import { formatRoomLabel } from '@gudbro/domain';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { ListSearch } from '@/shell/list/list-search';
import { Pager } from '@/shell/list/pager';
import { Row, RowList } from '@/shell/list/row-list';
import { InactiveTag } from './inactive-tag';
import type { OwnRoom } from './queries';

type RoomsViewProps = {
  place: Place;
  rooms: readonly OwnRoom[];
  next: string | null;
  isLater: boolean;
  search: string;
};

/** The rooms of a place. */
export async function RoomsView({ place, rooms, next, isLater, search }: RoomsViewProps) {
  const [t, room] = await Promise.all([getTranslations('Rooms'), getTranslations('Room')]);
  const isEmpty = rooms.length === 0 && search === '' && !isLater;
  return (
    <div className="space-y-6">
      <title>{t('pageTitle')}</title>
      <PageHeader title={t('heading')} />
      {isEmpty ? (
        <EmptyList icon="bed" title={t('noRoomsTitle')} text={t('noRooms')} />
      ) : (
        <>
          <ListSearch text={search} label={t('searchLabel')} />
          {rooms.length === 0 && <p className="text-ink-soft">{t('nothingFound', { text: search })}</p>}
          <RowList>
            {rooms.map(({ id, number, type, capacity, isActive }) => (
              <Row
                key={id}
                href={`/p/${place.slug}/rooms/${id}`}
                title={formatRoomLabel(place.shortCode, number)}
                detail={[type?.name ?? '', room('capacityValue', { count: capacity })]
                  .filter((part) => part !== '')
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
