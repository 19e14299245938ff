import { PreferencesView } from '@/features/notifications/preferences-view';
import { readPreferences } from '@/features/notifications/queries';
import { requireAccount } from '@/server/current-account';
import { renderPlacePage } from '@/shell/place/render-place-page';

type PreferencesPageProps = { params: Promise<{ slug: string }> };

export default function PreferencesPage({ params }: PreferencesPageProps) {
  return renderPlacePage({ route: '/p/[slug]/notifications/settings', params }, async ({ place, client }) => {
    const { email } = await requireAccount(`/p/${place.slug}/notifications/settings`);
    return (
      <PreferencesView place={place} preferences={await readPreferences(client, place.id)} email={email} />
    );
  });
}
