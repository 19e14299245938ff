import { DealView } from '@/features/deals/deal-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

export default function NewDealPage({ params }: { params: Promise<{ slug: string }> }) {
  return renderPlacePage({ route: '/p/[slug]/deals/new', params, role: 'manager' }, async ({ place }) => (
    <DealView place={place} deal={null} />
  ));
}
