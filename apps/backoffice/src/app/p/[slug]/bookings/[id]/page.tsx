import { env } from '@/env';
import { BookingView } from '@/features/bookings/booking-view';
import { getBooking } from '@/features/bookings/queries';
import { BookingDocuments } from '@/features/documents/booking-documents';
import { listDocuments } from '@/features/documents/queries';
import { hasRole } from '@/server/place';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type BookingPageProps = { params: Promise<{ slug: string; id: string }> };

export default function BookingPage({ params }: BookingPageProps) {
  return renderPlacePage({ route: '/p/[slug]/bookings/[id]', params }, async ({ place, client }) => {
    const id = requireId((await params).id);
    const [booking, documents] = await Promise.all([
      getBooking(client, place.id, id),
      place.seesDocuments ? listDocuments(client, place.id, { bookingId: id }) : [],
    ]);
    const party = { lead: booking.guestName, people: booking.people };
    return (
      <BookingView
        place={place}
        booking={booking}
        staysUrl={env().STAYS_URL}
        now={new Date()}
        documents={
          place.seesDocuments && (
            <BookingDocuments
              place={place}
              party={party}
              documents={documents}
              addPath={
                ['confirmed', 'checked_in'].includes(booking.status)
                  ? `/p/${place.slug}/bookings/${id}/document`
                  : null
              }
              dataPath={hasRole(place.role, 'manager') ? `/p/${place.slug}/bookings/${id}/data` : null}
            />
          )
        }
      />
    );
  });
}
