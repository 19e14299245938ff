import { DocumentsView } from '@/features/settings/documents-view';
import { readSettings } from '@/features/settings/queries';
import { renderPlacePage } from '@/shell/place/render-place-page';

type SettingsPageProps = { params: Promise<{ slug: string }> };

export default function SettingsPage({ params }: SettingsPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/settings/documents', params, role: 'manager' },
    async ({ place, client }) => (
      <DocumentsView place={place} settings={await readSettings(client, place.id)} />
    ),
  );
}
