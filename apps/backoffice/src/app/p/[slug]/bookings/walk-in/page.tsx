import { addDays, findToday } from '@/features/bookings/days';
import { listFreeBeds } from '@/features/bookings/queries';
import { WalkInView } from '@/features/bookings/walk-in-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

type WalkInPageProps = { params: Promise<{ slug: string }> };

export default function WalkInPage({ params }: WalkInPageProps) {
  return renderPlacePage({ route: '/p/[slug]/bookings/walk-in', params }, async ({ place, client }) => {
    const today = findToday(new Date(), place.timezone);
    const beds = await listFreeBeds(client, place.id, { checkIn: today, checkOut: addDays(today, 1) });
    return <WalkInView place={place} today={today} beds={beds} />;
  });
}
