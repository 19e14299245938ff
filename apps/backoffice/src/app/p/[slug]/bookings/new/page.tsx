import { NewBookingView } from '@/features/bookings/new-booking-view';
import { listFreeBeds } from '@/features/bookings/queries';
import { addDays, findToday, readNights } from '@/shell/days/days';
import { renderPlacePage } from '@/shell/place/render-place-page';

type NewBookingPageProps = {
  params: Promise<{ slug: string }>;
  /** The calendar leads here with the nights and a room. */
  searchParams: Promise<{ from?: string | string[]; to?: string | string[]; room?: string | string[] }>;
};

/** Begins with tonight. */
export default function NewBookingPage({ params, searchParams }: NewBookingPageProps) {
  return renderPlacePage({ route: '/p/[slug]/bookings/new', params }, async ({ place, client }) => {
    const today = findToday(new Date(), place.timezone);
    const { from = today, to = addDays(today, 1), room = '' } = await searchParams;
    const nights = readNights(from, to);
    const beds = nights === null ? [] : await listFreeBeds(client, place.id, nights);
    return (
      <NewBookingView
        place={place}
        from={String(from)}
        to={String(to)}
        today={today}
        nights={nights}
        beds={beds}
        chosen={String(room)}
      />
    );
  });
}
