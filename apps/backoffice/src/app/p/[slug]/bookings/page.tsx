import { cookies } from 'next/headers';
import { BookingsView } from '@/features/bookings/bookings-view';
import { columnsCookie, readColumns } from '@/features/bookings/columns';
import { readListFilter } from '@/features/bookings/list-filter';
import { bookingsPerPage, listBookings } from '@/features/bookings/queries';
import { sortedBy } from '@/features/bookings/views';
import { listRoomTypeNames } from '@/server/list-room-type-names';
import { readAfter, takePage } from '@/server/page-of-rows';
import { renderPlacePage } from '@/shell/place/render-place-page';

type BookingsPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default function BookingsPage({ params, searchParams }: BookingsPageProps) {
  return renderPlacePage({ route: '/p/[slug]/bookings', params }, async ({ place, client }) => {
    const query = await searchParams;
    const filter = readListFilter(query);
    const { view } = filter;
    const after = readAfter(query['after'], view === 'newest' ? 'instant' : 'day');
    const [found, roomTypes, store] = await Promise.all([
      listBookings(client, place.id, { ...filter, after }),
      listRoomTypeNames(client, place.id),
      cookies(),
    ]);
    const { rows, next } = takePage(found.bookings, (row) => row[sortedBy[view]], bookingsPerPage);
    return (
      <BookingsView
        place={place}
        bookings={rows}
        filter={filter}
        roomTypes={roomTypes}
        columns={readColumns(store.get(columnsCookie)?.value)}
        next={next}
        isLater={after !== null}
      />
    );
  });
}
