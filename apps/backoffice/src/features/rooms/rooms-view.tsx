import { formatRoomLabel } from '@gudbro/domain';
import { Notice } from '@gudbro/ui/notice';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { RoomTypeName } from '@/server/list-room-type-names';
import type { Place } from '@/server/place';
import { hasRole } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { Pager } from '@/shell/list/pager';
import { Row, RowList } from '@/shell/list/row-list';
import { InactiveTag } from './inactive-tag';
import type { ListedRoom } from './queries';
import { type FilterInAddress, isFiltered } from './room-filter';
import { RoomStateTag } from './room-state-tag';
import { RoomsFilterForm } from './rooms-filter-form';

type RoomsViewProps = {
  place: Place;
  rooms: readonly ListedRoom[];
  types: readonly RoomTypeName[];
  filter: FilterInAddress;
  next: string | null;
  isLater: boolean;
  /** After rooms were added: how many, and how many of the numbers had a room already. */
  added: { count: number; existing: number } | null;
};

/** The rooms of a place in their order, for the desk and for who changes them. */
export async function RoomsView({ place, rooms, types, filter, next, isLater, added }: RoomsViewProps) {
  const [t, room, list] = await Promise.all([
    getTranslations('Rooms'),
    getTranslations('Room'),
    getTranslations('List'),
  ]);
  const base = `/p/${place.slug}/rooms`;
  const mayChange = hasRole(place.role, 'manager');
  const isEmpty = rooms.length === 0 && !isFiltered(filter) && !isLater;
  return (
    <div className="space-y-6">
      <title>{t('pageTitle')}</title>
      <PageHeader
        title={t('heading')}
        actions={
          mayChange && (
            <>
              {rooms.length > 1 && (
                <LinkButton href={`${base}/order`} variant="secondary">
                  {list('changeOrder')}
                </LinkButton>
              )}
              <LinkButton href={`${base}/new`}>{t('add')}</LinkButton>
            </>
          )
        }
      />
      {added && (
        <Notice role="status" icon="check">
          {t('added', { count: added.count })}{' '}
          {added.existing > 0 && t('existing', { count: added.existing })}
        </Notice>
      )}
      {isEmpty ? (
        <EmptyList
          icon="bed"
          title={t('noRoomsTitle')}
          text={t('noRooms')}
          guide={{ place: place.slug, chapter: 'rooms' }}
        >
          {mayChange && <LinkButton href={`${base}/new`}>{t('add')}</LinkButton>}
        </EmptyList>
      ) : (
        <>
          <RoomsFilterForm filter={filter} types={types} />
          {rooms.length === 0 && <p className="text-ink-soft">{t('nothingFound')}</p>}
          <RowList>
            {rooms.map(({ id, number, type, capacity, beds, floor, isActive, state, dirtyBeds }) => (
              <Row
                key={id}
                href={`${base}/${id}`}
                title={formatRoomLabel(place.shortCode, number)}
                detail={[
                  type,
                  beds > 0 ? t('beds', { count: beds }) : room('capacityValue', { count: capacity }),
                  floor && t('onFloor', { floor }),
                ]
                  .filter((part) => part !== null && part !== '')
                  .join(' · ')}
                end={isActive ? <RoomStateTag state={state} dirtyBeds={dirtyBeds} /> : <InactiveTag />}
              />
            ))}
          </RowList>
          <Pager next={next} isLater={isLater} query={filter} />
        </>
      )}
    </div>
  );
}
