import { listSigns, signFilters } from '@/features/sheets/register-queries';
import { RegisterView } from '@/features/sheets/register-view';
import { readAfter, takePage } from '@/server/page-of-rows';
import { readSearch } from '@/shell/list/list-search';
import { renderPlacePage } from '@/shell/place/render-place-page';

type RegisterPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

export default function RegisterPage({ params, searchParams }: RegisterPageProps) {
  return renderPlacePage({ route: '/p/[slug]/sheets/register', params }, async ({ place, client }) => {
    const query = await searchParams;
    const search = readSearch(query['q']);
    const filter = signFilters.find((one) => one === query['show']) ?? 'all';
    const after = readAfter(query['after'], 'instant');
    const { rows, next } = takePage(
      await listSigns(client, place.id, { search, filter, after }),
      (row) => row.printedAt,
    );
    return (
      <RegisterView
        place={place}
        signs={rows}
        next={next}
        isLater={after !== null}
        search={search}
        filter={filter}
      />
    );
  });
}
