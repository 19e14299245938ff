import { OrdersView } from '@/features/settings/orders-view';
import { readSettings } from '@/features/settings/queries';
import { renderPlacePage } from '@/shell/place/render-place-page';

type SettingsPageProps = { params: Promise<{ slug: string }> };

export default function SettingsPage({ params }: SettingsPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/settings/orders', params, role: 'manager' },
    async ({ place, client }) => <OrdersView place={place} settings={await readSettings(client, place.id)} />,
  );
}
