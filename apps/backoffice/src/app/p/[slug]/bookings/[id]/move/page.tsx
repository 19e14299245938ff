import { MoveView } from '@/features/bookings/move-view';
import { getBooking, listFreeBeds } from '@/features/bookings/queries';
import { readNights } from '@/shell/days/days';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type MovePageProps = {
  params: Promise<{ slug: string; id: string }>;
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
};

/** Begins with the nights that the booking has. */
export default function MovePage({ params, searchParams }: MovePageProps) {
  return renderPlacePage({ route: '/p/[slug]/bookings/[id]/move', params }, async ({ place, client }) => {
    const booking = await getBooking(client, place.id, requireId((await params).id));
    const { from = booking.checkIn, to = booking.checkOut } = await searchParams;
    const nights = readNights(from, to);
    const beds =
      nights === null || booking.status === 'checked_in'
        ? []
        : await listFreeBeds(client, place.id, { ...nights, except: booking.id });
    return (
      <MoveView
        place={place}
        booking={booking}
        from={String(from)}
        to={String(to)}
        nights={nights}
        beds={beds}
      />
    );
  });
}
