import { env } from '@/env';
import { BookingView } from '@/features/bookings/booking-view';
import { getBooking } from '@/features/bookings/queries';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type BookingPageProps = { params: Promise<{ slug: string; id: string }> };

export default function BookingPage({ params }: BookingPageProps) {
  return renderPlacePage({ route: '/p/[slug]/bookings/[id]', params }, async ({ place, client }) => {
    const id = requireId((await params).id);
    return (
      <BookingView
        place={place}
        booking={await getBooking(client, place.id, id)}
        staysUrl={env().STAYS_URL}
        now={new Date()}
      />
    );
  });
}
