import { NewSessionView } from '@/features/sessions/new-session-view';
import { readCheckoutTime } from '@/features/sessions/queries';
import { renderPlacePage } from '@/shell/place/render-place-page';

type NewSessionPageProps = { params: Promise<{ slug: string }> };

const msPerDay = 86_400_000;

export default function NewSessionPage({ params }: NewSessionPageProps) {
  return renderPlacePage({ route: '/p/[slug]/sessions/new', params }, async ({ place, client }) => {
    // Sweden writes days as 2026-11-27.
    const tomorrow = new Date(Date.now() + msPerDay).toLocaleDateString('sv-SE', {
      timeZone: place.timezone,
    });
    return <NewSessionView place={place} day={tomorrow} time={await readCheckoutTime(client, place.id)} />;
  });
}
