import { redirect } from 'next/navigation';
import { listOwnScreens } from '@/shell/place/own-screens';
import { renderPlacePage } from '@/shell/place/render-place-page';
import { formatScreenPath } from '@/shell/place/screens';

type PlacePageProps = { params: Promise<{ slug: string }> };

/** Leads to the first screen that the role sees. */
export default function PlacePage({ params }: PlacePageProps) {
  return renderPlacePage({ route: '/p/[slug]', params, role: 'housekeeper' }, async ({ place }) => {
    const [first] = listOwnScreens(place);
    redirect(formatScreenPath(place.slug, first?.path ?? 'members'));
  });
}
