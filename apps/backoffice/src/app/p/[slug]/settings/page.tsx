import { listFailedMessages } from '@/features/failed-messages/queries';
import { SettingsIndex } from '@/features/settings/settings-index';
import { renderPlacePage } from '@/shell/place/render-place-page';

type SettingsPageProps = { params: Promise<{ slug: string }> };

export default function SettingsPage({ params }: SettingsPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/settings', params, role: 'manager' },
    async ({ place, client }) => (
      <SettingsIndex place={place} failedCount={(await listFailedMessages(client, place.id)).length} />
    ),
  );
}
