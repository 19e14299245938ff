import { BookingsView } from '@/features/bookings/bookings-view';
import { bookingsPerPage, listBookings } from '@/features/bookings/queries';
import { readView, sortedBy } from '@/features/bookings/views';
import { readAfter, takePage } from '@/server/page-of-rows';
import { readSearch } from '@/shell/list/list-search';
import { renderPlacePage } from '@/shell/place/render-place-page';

type BookingsPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default function BookingsPage({ params, searchParams }: BookingsPageProps) {
  return renderPlacePage({ route: '/p/[slug]/bookings', params }, async ({ place, client }) => {
    const query = await searchParams;
    const view = readView(query['view']);
    const search = readSearch(query['q']);
    const after = readAfter(query['after'], view === 'newest' ? 'instant' : 'day');
    const found = await listBookings(client, place.id, { view, search, after });
    const { rows, next } = takePage(found.bookings, (row) => row[sortedBy[view]], bookingsPerPage);
    return (
      <BookingsView
        place={place}
        bookings={rows}
        view={view}
        search={search}
        next={next}
        isLater={after !== null}
      />
    );
  });
}
