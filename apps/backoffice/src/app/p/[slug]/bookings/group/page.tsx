import { GroupView } from '@/features/bookings/group-view';
import { listFreeBeds } from '@/features/bookings/queries';
import { addDays, findToday, readNights } from '@/shell/days/days';
import { renderPlacePage } from '@/shell/place/render-place-page';

type GroupPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
};

/** Begins with tonight. */
export default function GroupPage({ params, searchParams }: GroupPageProps) {
  return renderPlacePage({ route: '/p/[slug]/bookings/group', params }, async ({ place, client }) => {
    const today = findToday(new Date(), place.timezone);
    const { from = today, to = addDays(today, 1) } = await searchParams;
    const nights = readNights(from, to);
    const beds = nights === null ? [] : await listFreeBeds(client, place.id, nights);
    return (
      <GroupView
        place={place}
        from={String(from)}
        to={String(to)}
        today={today}
        nights={nights}
        beds={beds}
      />
    );
  });
}
