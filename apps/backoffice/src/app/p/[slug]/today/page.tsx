import { ContinueSetup } from '@/features/setup/continue-setup';
import { readSetUp } from '@/features/today/queries';
import { TodayView } from '@/features/today/today-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

type TodayPageProps = { params: Promise<{ slug: string }> };

export default function TodayPage({ params }: TodayPageProps) {
  return renderPlacePage({ route: '/p/[slug]/today', params }, async ({ place, client }) => {
    const { setupStep, ...setUp } = await readSetUp(client, place);
    return (
      <>
        <ContinueSetup place={place} step={setupStep} />
        <TodayView place={place} setUp={setUp} now={new Date()} />
      </>
    );
  });
}
