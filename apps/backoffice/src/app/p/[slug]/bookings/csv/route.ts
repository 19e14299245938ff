import { exportBookings } from '@/features/bookings/export-bookings';
import { readListFilter } from '@/features/bookings/list-filter';
import { respondForPlace } from '@/server/respond-for-place';
import { respondWithCsv } from '@/server/respond-with-csv';

type CsvContext = { params: Promise<{ slug: string }> };

export function GET(request: Request, { params }: CsvContext): Promise<Response> {
  return respondForPlace('/p/[slug]/bookings/csv', params, 'staff', async ({ place, client }) => {
    const filter = readListFilter(Object.fromEntries(new URL(request.url).searchParams));
    return respondWithCsv(`bookings-${place.slug}`, exportBookings(client, place, filter));
  });
}
