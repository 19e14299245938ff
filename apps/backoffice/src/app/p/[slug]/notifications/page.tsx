import { NotificationsView } from '@/features/notifications/notifications-view';
import { listNotifications } from '@/features/notifications/queries';
import { readAfter, takePage } from '@/server/page-of-rows';
import { renderPlacePage } from '@/shell/place/render-place-page';

type NotificationsPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, unknown>>;
};

export default function NotificationsPage({ params, searchParams }: NotificationsPageProps) {
  return renderPlacePage({ route: '/p/[slug]/notifications', params }, async ({ place, client }) => {
    const after = readAfter((await searchParams)['after'], 'instant');
    const found = await listNotifications(client, place.id, after);
    const { rows, next } = takePage(found, ({ happened_at }) => happened_at);
    return (
      <NotificationsView
        place={place}
        notifications={rows}
        next={next}
        isLater={after !== null}
        now={new Date()}
      />
    );
  });
}
