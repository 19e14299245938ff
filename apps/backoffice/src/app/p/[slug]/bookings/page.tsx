import { BookingsView } from '@/features/bookings/bookings-view';
import { bookingsPerPage, listBookings } from '@/features/bookings/queries';
import { canBeginAtDay, readDay, readView, sortedBy } from '@/features/bookings/views';
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
    const day = canBeginAtDay(view) ? readDay(query['day']) : null;
    const after = readAfter(query['after'], view === 'newest' ? 'instant' : 'day');
    const found = await listBookings(client, place.id, { view, search, after, day });
    const { rows, next } = takePage(found.bookings, (row) => row[sortedBy[view]], bookingsPerPage);
    return (
      <BookingsView
        place={place}
        bookings={rows}
        view={view}
        search={search}
        day={day}
        next={next}
        isLater={after !== null}
      />
    );
  });
}
