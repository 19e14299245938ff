import { FailedMessagesView } from '@/features/failed-messages/failed-messages-view';
import { listFailedMessages } from '@/features/failed-messages/queries';
import { renderPlacePage } from '@/shell/place/render-place-page';

type FailedMessagesPageProps = { params: Promise<{ slug: string }> };

export default function FailedMessagesPage({ params }: FailedMessagesPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/settings/failed-messages', params, role: 'manager' },
    async ({ place, client }) => (
      <FailedMessagesView place={place} messages={await listFailedMessages(client, place.id)} />
    ),
  );
}
