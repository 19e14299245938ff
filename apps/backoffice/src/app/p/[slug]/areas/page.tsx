import { AreasView } from '@/features/areas/areas-view';
import { listAreas } from '@/features/areas/queries';
import { readAfter, readBefore, takePage } from '@/server/page-of-rows';
import { renderPlacePage } from '@/shell/place/render-place-page';

type AreasPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ after?: string | string[]; before?: string | string[] }>;
};

export default function AreasPage({ params, searchParams }: AreasPageProps) {
  return renderPlacePage({ route: '/p/[slug]/areas', params }, async ({ place, client }) => {
    const query = await searchParams;
    const after = readAfter(query.after);
    const { rows, next } = takePage(await listAreas(client, place.id, after), ({ order }) => order);
    return <AreasView place={place} areas={rows} next={next} before={readBefore(query)} />;
  });
}
