import { readBoard } from '@/features/orders/board-page';
import { OrdersView } from '@/features/orders/orders-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

type OrdersPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default function OrdersPage({ params, searchParams }: OrdersPageProps) {
  return renderPlacePage({ route: '/p/[slug]/orders', params }, async ({ place, client }) => (
    <OrdersView {...(await readBoard(client, place, await searchParams))} />
  ));
}
