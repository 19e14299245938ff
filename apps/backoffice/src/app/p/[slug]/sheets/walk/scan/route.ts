import { respondWithScan } from '@/features/sheets/respond-with-scan';
import { respondForPlace } from '@/server/respond-for-place';

type ScanRoute = { params: Promise<{ slug: string }> };

/** One code on a wall. */
export function POST(request: Request, { params }: ScanRoute): Promise<Response> {
  return respondForPlace('/p/[slug]/sheets/walk/scan', params, 'staff', ({ client, place }) =>
    respondWithScan({ request, client, place }),
  );
}
