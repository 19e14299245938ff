import { addDays, findToday, readNights } from '@/features/bookings/days';
import { NewBookingView } from '@/features/bookings/new-booking-view';
import { listFreeBeds } from '@/features/bookings/queries';
import { renderPlacePage } from '@/shell/place/render-place-page';

type NewBookingPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
};

/** Begins with tonight. */
export default function NewBookingPage({ params, searchParams }: NewBookingPageProps) {
  return renderPlacePage({ route: '/p/[slug]/bookings/new', params }, async ({ place, client }) => {
    const today = findToday(new Date(), place.timezone);
    const { from = today, to = addDays(today, 1) } = await searchParams;
    const nights = readNights(from, to);
    const beds = nights === null ? [] : await listFreeBeds(client, place.id, nights);
    return <NewBookingView place={place} from={String(from)} to={String(to)} nights={nights} beds={beds} />;
  });
}
