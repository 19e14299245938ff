import { listRoomTypes } from '@/features/room-types/queries';
import { TypesView } from '@/features/room-types/types-view';
import { readAfter, takePage } from '@/server/page-of-rows';
import { renderPlacePage } from '@/shell/place/render-place-page';

type TypesPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

export default function TypesPage({ params, searchParams }: TypesPageProps) {
  return renderPlacePage({ route: '/p/[slug]/types', params }, async ({ place, client }) => {
    const after = readAfter((await searchParams).after);
    const { rows, next } = takePage(await listRoomTypes(client, place.id, after), (row) => row.order);
    return <TypesView place={place} types={rows} next={next} isLater={after !== null} />;
  });
}
