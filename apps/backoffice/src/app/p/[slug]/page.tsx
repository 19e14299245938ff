import { redirect } from 'next/navigation';
import { hasRole } from '@/server/place';
import { renderPlacePage } from '@/shell/place/render-place-page';
import { formatScreenPath, screens } from '@/shell/place/screens';

type PlacePageProps = { params: Promise<{ slug: string }> };

/** Leads to the first screen that the role sees. */
export default function PlacePage({ params }: PlacePageProps) {
  return renderPlacePage({ route: '/p/[slug]', params, role: 'housekeeper' }, async ({ place }) => {
    const first = screens.find(({ role }) => hasRole(place.role, role));
    redirect(formatScreenPath(place.slug, first?.path ?? 'members'));
  });
}
