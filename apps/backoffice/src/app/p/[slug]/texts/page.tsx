import { findTexts } from '@/features/texts/queries';
import { TextsView } from '@/features/texts/texts-view';
import { requireRow } from '@/server/require-row';
import { renderPlacePage } from '@/shell/place/render-place-page';

export default function TextsPage({ params }: { params: Promise<{ slug: string }> }) {
  return renderPlacePage({ route: '/p/[slug]/texts', params, role: 'manager' }, async ({ place, client }) => (
    <TextsView place={place} texts={requireRow(await findTexts(client, place.id))} />
  ));
}
