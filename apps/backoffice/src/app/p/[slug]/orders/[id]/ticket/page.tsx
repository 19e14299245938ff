import { getBoardOrder } from '@/features/orders/queries';
import { TicketView } from '@/features/orders/ticket-view';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type TicketPageProps = { params: Promise<{ slug: string; id: string }> };

export default function TicketPage({ params }: TicketPageProps) {
  return renderPlacePage({ route: '/p/[slug]/orders/[id]/ticket', params }, async ({ place, client }) => {
    const { order } = await getBoardOrder(client, place.id, requireId((await params).id));
    return <TicketView place={place} order={order} now={new Date()} />;
  });
}
