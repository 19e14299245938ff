import { env } from '@/env';
import { PreferencesView } from '@/features/notifications/preferences-view';
import { PushCard } from '@/features/notifications/push-card';
import { listPushEndpoints, readPreferences } from '@/features/notifications/queries';
import { requireAccount } from '@/server/current-account';
import { renderPlacePage } from '@/shell/place/render-place-page';

type PreferencesPageProps = { params: Promise<{ slug: string }> };

export default function PreferencesPage({ params }: PreferencesPageProps) {
  return renderPlacePage({ route: '/p/[slug]/notifications/settings', params }, async ({ place, client }) => {
    const [{ email }, preferences, endpoints] = await Promise.all([
      requireAccount(`/p/${place.slug}/notifications/settings`),
      readPreferences(client, place.id),
      listPushEndpoints(client),
    ]);
    return (
      <PreferencesView place={place} preferences={preferences} email={email}>
        <PushCard place={place.slug} publicKey={env().VAPID_PUBLIC_KEY ?? null} endpoints={endpoints} />
      </PreferencesView>
    );
  });
}
