import { LanguagesView } from '@/features/settings/languages-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

type SettingsPageProps = { params: Promise<{ slug: string }> };

export default function SettingsPage({ params }: SettingsPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/settings/languages', params, role: 'manager' },
    async ({ place }) => <LanguagesView place={place} />,
  );
}
