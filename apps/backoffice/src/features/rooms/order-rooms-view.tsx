import { formatRoomLabel } from '@gudbro/domain';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { Pager } from '@/shell/list/pager';
import { RecordView } from '@/shell/list/record-view';
import { SortableList } from '@/shell/list/sortable-list';
import type { ListedRoom } from './queries';

type OrderRoomsViewProps = {
  place: Place;
  rooms: readonly ListedRoom[];
  next: string | null;
  before: number;
};

/** All rooms without filters, in which rooms beside each other would be no neighbours, to bring them into another order. */
export async function OrderRoomsView({ place, rooms, next, before }: OrderRoomsViewProps) {
  const [t, list] = await Promise.all([getTranslations('Rooms'), getTranslations('List')]);
  const rows = rooms.map(({ id, number, type, floor }) => ({
    id,
    name: formatRoomLabel(place.shortCode, number),
    content: (
      <div className="wrap-anywhere flex min-h-18 flex-col justify-center px-4 py-3">
        <span className="font-semibold">{formatRoomLabel(place.shortCode, number)}</span>
        <span className="text-ink-soft text-sm">
          {[type, floor && t('onFloor', { floor })].filter(Boolean).join(' · ')}
        </span>
      </div>
    ),
  }));
  return (
    <RecordView
      title={list('changeOrder')}
      back={{ href: `/p/${place.slug}/rooms`, label: t('heading') }}
      namespaces={[]}
    >
      <p className="text-pretty text-ink-soft">{t('orderHint')}</p>
      <SortableList
        key={before}
        place={place.slug}
        kind="rooms"
        rows={rows}
        firstPlace={before + 1}
        hasMore={next !== null}
      />
      <Pager
        next={next}
        isLater={before > 0}
        query={{ before: next === null ? '' : String(before + rooms.length) }}
      />
    </RecordView>
  );
}
