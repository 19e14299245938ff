import { MoreView } from '@/shell/place/more-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

type MorePageProps = { params: Promise<{ slug: string }> };

export default function MorePage({ params }: MorePageProps) {
  return renderPlacePage({ route: '/p/[slug]/more', params, role: 'housekeeper' }, async ({ place }) => (
    <MoreView place={place} />
  ));
}
