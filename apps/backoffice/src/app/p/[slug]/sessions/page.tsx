import { listSessions, sessionsPerPage } from '@/features/sessions/queries';
import { SessionsView } from '@/features/sessions/sessions-view';
import { readAfter, takePage } from '@/server/page-of-rows';
import { renderPlacePage } from '@/shell/place/render-place-page';

type SessionsPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default function SessionsPage({ params, searchParams }: SessionsPageProps) {
  return renderPlacePage({ route: '/p/[slug]/sessions', params }, async ({ place, client }) => {
    const query = await searchParams;
    const isOpen = query['view'] !== 'ended';
    const after = readAfter(query['after'], 'instant');
    const found = await listSessions(client, place.id, { isOpen, after });
    const { rows, next } = takePage(found, (row) => row.createdAt, sessionsPerPage);
    return (
      <SessionsView place={place} sessions={rows} isOpen={isOpen} next={next} isLater={after !== null} />
    );
  });
}
