import { AccessView } from '@/features/settings/access-view';
import { measureLastNames, readSettings } from '@/features/settings/queries';
import { renderPlacePage } from '@/shell/place/render-place-page';

type SettingsPageProps = { params: Promise<{ slug: string }> };

export default function SettingsPage({ params }: SettingsPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/settings/access', params, role: 'manager' },
    async ({ place, client }) => {
      const [settings, names] = await Promise.all([
        readSettings(client, place.id),
        measureLastNames(client, place.id),
      ]);
      return <AccessView place={place} settings={settings} names={names} />;
    },
  );
}
