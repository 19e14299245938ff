import { DealsView } from '@/features/deals/deals-view';
import { listDeals } from '@/features/deals/queries';
import { readAfter, readBefore, takePage } from '@/server/page-of-rows';
import { renderPlacePage } from '@/shell/place/render-place-page';

type DealsPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ after?: string | string[]; before?: string | string[] }>;
};

export default function DealsPage({ params, searchParams }: DealsPageProps) {
  return renderPlacePage({ route: '/p/[slug]/deals', params }, async ({ place, client }) => {
    const query = await searchParams;
    const after = readAfter(query.after);
    const { rows, next } = takePage(await listDeals(client, place.id, after), ({ order }) => order);
    return <DealsView place={place} deals={rows} next={next} before={readBefore(query)} />;
  });
}
