import { OrderView } from '@/features/orders/order-view';
import { getBoardOrder } from '@/features/orders/queries';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type OrderPageProps = { params: Promise<{ slug: string; id: string }> };

export default function OrderPage({ params }: OrderPageProps) {
  return renderPlacePage({ route: '/p/[slug]/orders/[id]', params }, async ({ place, client }) => {
    const { order, limits } = await getBoardOrder(client, place.id, requireId((await params).id));
    return <OrderView place={place} order={order} limits={limits} now={new Date()} />;
  });
}
