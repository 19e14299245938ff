import { findLastWalk, readWalk } from '@/features/sheets/walk-queries';
import { WalkView } from '@/features/sheets/walk-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

type WalkPageProps = { params: Promise<{ slug: string }> };

export default function WalkPage({ params }: WalkPageProps) {
  return renderPlacePage({ route: '/p/[slug]/sheets/walk', params }, async ({ place, client }) => {
    const last = await findLastWalk(client, place.id);
    const open = last?.finishedAt === null ? { id: last.id, state: await readWalk(client, last.id) } : null;
    return <WalkView place={place} walk={open} lastWalkAt={last?.finishedAt ?? null} />;
  });
}
