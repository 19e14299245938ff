import { LanguagesView } from '@/features/settings/languages-view';
import { listTexts } from '@/features/settings/translation-queries';
import { renderPlacePage } from '@/shell/place/render-place-page';

type SettingsPageProps = { params: Promise<{ slug: string }> };

export default function SettingsPage({ params }: SettingsPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/settings/languages', params, role: 'manager' },
    async ({ place, client }) => <LanguagesView place={place} texts={await listTexts(client, place.id)} />,
  );
}
