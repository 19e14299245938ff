import { exportHistory } from '@/features/history/export-history';
import { readFilters } from '@/features/history/history-filters';
import { respondForPlace } from '@/server/respond-for-place';
import { respondWithCsv } from '@/server/respond-with-csv';

type CsvContext = { params: Promise<{ slug: string }> };

export function GET(request: Request, { params }: CsvContext): Promise<Response> {
  return respondForPlace('/p/[slug]/history/csv', params, 'manager', async ({ place, client }) => {
    const filters = readFilters(Object.fromEntries(new URL(request.url).searchParams));
    return respondWithCsv(`history-${place.slug}`, exportHistory(client, place, filters));
  });
}
