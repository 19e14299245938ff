import { CalendarView } from '@/features/calendar/calendar-view';
import { readCalendar } from '@/features/calendar/queries';
import { findWindow, readView } from '@/features/calendar/views';
import { findToday } from '@/shell/days/days';
import { renderPlacePage } from '@/shell/place/render-place-page';

type CalendarPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default function CalendarPage({ params, searchParams }: CalendarPageProps) {
  return renderPlacePage({ route: '/p/[slug]/calendar', params }, async ({ place, client }) => {
    const query = await searchParams;
    const view = readView(query, findToday(new Date(), place.timezone));
    const { stay } = query;
    return (
      <CalendarView
        place={place}
        calendar={await readCalendar(client, place.id, findWindow(view))}
        view={view}
        stayId={typeof stay === 'string' ? stay : null}
      />
    );
  });
}
