import { DealView } from '@/features/deals/deal-view';
import { findDeal } from '@/features/deals/queries';
import { requireRow } from '@/server/require-row';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

export default function DealPage({ params }: { params: Promise<{ slug: string; id: string }> }) {
  return renderPlacePage(
    { route: '/p/[slug]/deals/[id]', params, role: 'manager' },
    async ({ place, client }) => {
      const deal = await findDeal(client, place.id, requireId((await params).id));
      return <DealView place={place} deal={requireRow(deal)} />;
    },
  );
}
