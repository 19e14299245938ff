import { GuestsOfTodayView } from '@/features/bookings/guests-of-today-view';
import { readGuestsOfToday } from '@/features/bookings/queries';
import { ContinueSetup } from '@/features/setup/continue-setup';
import { readSetUp } from '@/features/today/queries';
import { TodayView } from '@/features/today/today-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

type TodayPageProps = { params: Promise<{ slug: string }> };

export default function TodayPage({ params }: TodayPageProps) {
  return renderPlacePage({ route: '/p/[slug]/today', params }, async ({ place, client }) => {
    const [{ setupStep, ...setUp }, guests] = await Promise.all([
      readSetUp(client, place),
      readGuestsOfToday(client, place.id),
    ]);
    return (
      <>
        <ContinueSetup place={place} step={setupStep} />
        <TodayView place={place} setUp={setUp} now={new Date()}>
          <GuestsOfTodayView place={place} guests={guests} />
        </TodayView>
      </>
    );
  });
}
