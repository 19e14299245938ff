import { exportHistory } from '@/features/history/export-history';
import { readFilters } from '@/features/history/history-filters';
import { respondForPlace } from '@/server/respond-for-place';

type CsvContext = { params: Promise<{ slug: string }> };

export function GET(request: Request, { params }: CsvContext): Promise<Response> {
  return respondForPlace('/p/[slug]/history/csv', params, 'manager', async ({ place, client }) => {
    const filters = readFilters(Object.fromEntries(new URL(request.url).searchParams));
    const lines = exportHistory(client, place, filters);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = await lines.next();
        if (done === true) {
          controller.close();
        } else {
          controller.enqueue(encoder.encode(value));
        }
      },
      async cancel() {
        await lines.return(undefined);
      },
    });
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="history-${place.slug}.csv"`,
      },
    });
  });
}
