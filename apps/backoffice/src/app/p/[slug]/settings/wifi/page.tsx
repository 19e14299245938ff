import { listRoomNetworks, readSettings } from '@/features/settings/queries';
import { WifiView } from '@/features/settings/wifi-view';
import { listWifiCards } from '@/shell/paper/list-wifi-cards';
import { renderPlacePage } from '@/shell/place/render-place-page';

type SettingsPageProps = { params: Promise<{ slug: string }> };

export default function SettingsPage({ params }: SettingsPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/settings/wifi', params, role: 'manager' },
    async ({ place, client }) => {
      const [settings, rooms] = await Promise.all([
        readSettings(client, place.id),
        listRoomNetworks(client, place.id),
      ]);
      const networks = [settings.network, ...settings.zones.map(({ network }) => network)];
      const cards = await listWifiCards(
        client,
        place.id,
        networks.filter((network) => network !== null),
      );
      return <WifiView place={place} settings={settings} rooms={rooms} cards={cards} />;
    },
  );
}
