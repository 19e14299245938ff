import { NumbersView } from '@/features/numbers/numbers-view';
import { listNumbers } from '@/features/numbers/queries';
import { readAfter, takePage } from '@/server/page-of-rows';
import { readSearch } from '@/shell/list/list-search';
import { renderPlacePage } from '@/shell/place/render-place-page';

type NumbersPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ q?: string | string[]; after?: string | string[] }>;
};

export default function NumbersPage({ params, searchParams }: NumbersPageProps) {
  return renderPlacePage({ route: '/p/[slug]/numbers', params }, async ({ place, client }) => {
    const { q, after: afterText } = await searchParams;
    const search = readSearch(q);
    const after = readAfter(afterText);
    const { rows, next } = takePage(
      await listNumbers(client, place.id, { search, after }),
      (row) => row.order,
    );
    return <NumbersView place={place} numbers={rows} next={next} isLater={after !== null} search={search} />;
  });
}
