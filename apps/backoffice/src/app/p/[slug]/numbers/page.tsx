import { NumbersView } from '@/features/numbers/numbers-view';
import { listNumbers } from '@/features/numbers/queries';
import { readAfter, readBefore, takePage } from '@/server/page-of-rows';
import { readSearch } from '@/shell/list/list-search';
import { renderPlacePage } from '@/shell/place/render-place-page';

type NumbersPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ q?: string | string[]; after?: string | string[]; before?: string | string[] }>;
};

export default function NumbersPage({ params, searchParams }: NumbersPageProps) {
  return renderPlacePage({ route: '/p/[slug]/numbers', params }, async ({ place, client }) => {
    const query = await searchParams;
    const search = readSearch(query.q);
    const after = readAfter(query.after);
    const { rows, next } = takePage(
      await listNumbers(client, place.id, { search, after }),
      (row) => row.order,
    );
    return (
      <NumbersView place={place} numbers={rows} next={next} before={readBefore(query)} search={search} />
    );
  });
}
