import { listFreeBeds } from '@/features/bookings/queries';
import { WalkInView } from '@/features/bookings/walk-in-view';
import { addDays, findToday } from '@/shell/days/days';
import { renderPlacePage } from '@/shell/place/render-place-page';

type WalkInPageProps = {
  params: Promise<{ slug: string }>;
  /** The calendar leads here with a room and how many nights. */
  searchParams: Promise<{ room?: string | string[]; nights?: string | string[] }>;
};

export default function WalkInPage({ params, searchParams }: WalkInPageProps) {
  return renderPlacePage({ route: '/p/[slug]/bookings/walk-in', params }, async ({ place, client }) => {
    const today = findToday(new Date(), place.timezone);
    const beds = await listFreeBeds(client, place.id, { checkIn: today, checkOut: addDays(today, 1) });
    const { room, nights } = await searchParams;
    return (
      <WalkInView
        place={place}
        today={today}
        beds={beds}
        chosen={String(room ?? '')}
        nights={/^[1-9]\d{0,2}$/.test(String(nights)) ? Math.min(Number(nights), 365) : 1}
      />
    );
  });
}
