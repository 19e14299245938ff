import { env } from '@/env';
import { PlaceView } from '@/features/settings/place-view';
import { readSettings } from '@/features/settings/queries';
import { renderPlacePage } from '@/shell/place/render-place-page';

type SettingsPageProps = { params: Promise<{ slug: string }> };

export default function SettingsPage({ params }: SettingsPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/settings/place', params, role: 'manager' },
    async ({ place, client }) => (
      <PlaceView
        place={place}
        settings={await readSettings(client, place.id)}
        staysUrl={env().STAYS_URL}
        restaurantMenuUrl={env().RESTAURANT_MENU_URL}
      />
    ),
  );
}
