import { listRoomTypes } from '@/features/room-types/queries';
import { TypesView } from '@/features/room-types/types-view';
import { readAfter, readBefore, takePage } from '@/server/page-of-rows';
import { renderPlacePage } from '@/shell/place/render-place-page';

type TypesPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ after?: string | string[]; before?: string | string[] }>;
};

export default function TypesPage({ params, searchParams }: TypesPageProps) {
  return renderPlacePage({ route: '/p/[slug]/types', params }, async ({ place, client }) => {
    const query = await searchParams;
    const types = await listRoomTypes(client, place.id, readAfter(query.after));
    const { rows, next } = takePage(types, (row) => row.order);
    return <TypesView place={place} types={rows} next={next} before={readBefore(query)} />;
  });
}
