import { env } from '@/env';
import { getSession } from '@/features/sessions/queries';
import { SessionView } from '@/features/sessions/session-view';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type SessionPageProps = { params: Promise<{ slug: string; id: string }> };

export default function SessionPage({ params }: SessionPageProps) {
  return renderPlacePage({ route: '/p/[slug]/sessions/[id]', params }, async ({ place, client }) => {
    const session = await getSession(client, place.id, requireId((await params).id));
    return <SessionView place={place} session={session} staysUrl={env().STAYS_URL} />;
  });
}
