import { ChangeSessionView } from '@/features/sessions/change-session-view';
import { getSession } from '@/features/sessions/queries';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type ChangeSessionPageProps = { params: Promise<{ slug: string; id: string }> };

export default function ChangeSessionPage({ params }: ChangeSessionPageProps) {
  return renderPlacePage({ route: '/p/[slug]/sessions/[id]/change', params }, async ({ place, client }) => {
    const session = await getSession(client, place.id, requireId((await params).id));
    return <ChangeSessionView place={place} session={session} />;
  });
}
