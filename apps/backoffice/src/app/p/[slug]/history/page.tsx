import { readFilters, type SearchParams } from '@/features/history/history-filters';
import { HistoryView } from '@/features/history/history-view';
import { entriesPerPage, readHistory } from '@/features/history/queries';
import { readAfter, takePage } from '@/server/page-of-rows';
import { renderPlacePage } from '@/shell/place/render-place-page';

type HistoryPageProps = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParams> };

export default function HistoryPage({ params, searchParams }: HistoryPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/history', params, role: 'manager' },
    async ({ place, client }) => {
      const search = await searchParams;
      const filters = readFilters(search);
      const after = readAfter(search['after'], 'instant');
      const { entries, ...known } = await readHistory(client, place.id, {
        filters,
        after,
        pageSize: entriesPerPage,
      });
      const { rows, next } = takePage(entries, ({ at }) => at, entriesPerPage);
      return (
        <HistoryView
          place={place}
          entries={rows}
          known={known}
          filters={filters}
          next={next}
          isLater={after !== null}
        />
      );
    },
  );
}
