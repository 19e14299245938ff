import { ClosingView } from '@/features/settings/closing-view';
import { countStays, readSettings } from '@/features/settings/queries';
import { renderPlacePage } from '@/shell/place/render-place-page';

type SettingsPageProps = { params: Promise<{ slug: string }> };

export default function SettingsPage({ params }: SettingsPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/settings/closing', params, role: 'owner' },
    async ({ place, client }) => {
      const [settings, stays] = await Promise.all([
        readSettings(client, place.id),
        countStays(client, place.id),
      ]);
      return <ClosingView place={place} settings={settings} stays={stays} />;
    },
  );
}
