import { respondWithPrintPage } from '@/features/sheets/respond-with-sheet';
import { respondForPlace } from '@/server/respond-for-place';

type SheetRoute = { params: Promise<{ slug: string }> };

/** A form with up to five hundred rooms is longer than an address may be, so this is a POST. */
export function POST(request: Request, { params }: SheetRoute): Promise<Response> {
  return respondForPlace('/p/[slug]/sheets/print', params, 'staff', ({ client, place }) =>
    respondWithPrintPage({ request, client, place }),
  );
}
