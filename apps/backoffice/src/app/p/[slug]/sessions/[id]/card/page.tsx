import { env } from '@/env';
import { getSession } from '@/features/sessions/queries';
import { SessionCardView } from '@/features/sessions/session-card-view';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type SessionCardPageProps = { params: Promise<{ slug: string; id: string }> };

export default function SessionCardPage({ params }: SessionCardPageProps) {
  return renderPlacePage({ route: '/p/[slug]/sessions/[id]/card', params }, async ({ place, client }) => {
    const session = await getSession(client, place.id, requireId((await params).id));
    return <SessionCardView place={place} session={session} staysUrl={env().STAYS_URL} />;
  });
}
