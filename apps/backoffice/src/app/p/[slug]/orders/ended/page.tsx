import { EndedOrdersView } from '@/features/orders/ended-orders-view';
import { listEndedOrders } from '@/features/orders/queries';
import { readAfter, takePage } from '@/server/page-of-rows';
import { renderPlacePage } from '@/shell/place/render-place-page';

type EndedOrdersPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default function EndedOrdersPage({ params, searchParams }: EndedOrdersPageProps) {
  return renderPlacePage({ route: '/p/[slug]/orders/ended', params }, async ({ place, client }) => {
    const after = readAfter((await searchParams)['after'], 'instant');
    const found = await listEndedOrders(client, place.id, after);
    const { rows, next } = takePage(found, (row) => row.endedAt);
    return <EndedOrdersView place={place} orders={rows} next={next} isLater={after !== null} />;
  });
}
