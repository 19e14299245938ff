import { exportBookings } from '@/features/bookings/export-bookings';
import { readDay, readView } from '@/features/bookings/views';
import { respondForPlace } from '@/server/respond-for-place';
import { respondWithCsv } from '@/server/respond-with-csv';
import { readSearch } from '@/shell/list/list-search';

type CsvContext = { params: Promise<{ slug: string }> };

export function GET(request: Request, { params }: CsvContext): Promise<Response> {
  return respondForPlace('/p/[slug]/bookings/csv', params, 'staff', async ({ place, client }) => {
    const { searchParams } = new URL(request.url);
    const view = readView(searchParams.get('view'));
    const search = readSearch(searchParams.get('q') ?? '');
    const day = readDay(searchParams.get('day'));
    return respondWithCsv(`bookings-${place.slug}`, exportBookings(client, place, { view, search, day }));
  });
}
