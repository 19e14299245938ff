import { LocksView } from '@/features/locks/locks-view';
import { listLocks } from '@/features/locks/queries';
import { renderPlacePage } from '@/shell/place/render-place-page';

type LocksPageProps = { params: Promise<{ slug: string }> };

export default function LocksPage({ params }: LocksPageProps) {
  return renderPlacePage({ route: '/p/[slug]/locks', params }, async ({ place, client }) => (
    <LocksView place={place} locks={await listLocks(client, place.id)} />
  ));
}
