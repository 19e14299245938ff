import { readBoard } from '@/features/orders/board-page';
import { KitchenView } from '@/features/orders/kitchen-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

type KitchenPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default function KitchenPage({ params, searchParams }: KitchenPageProps) {
  return renderPlacePage({ route: '/p/[slug]/orders/kitchen', params }, async ({ place, client }) => (
    <KitchenView {...(await readBoard(client, place, await searchParams))} />
  ));
}
