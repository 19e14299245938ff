import { respondWithPlaceQr } from '@/features/sheets/respond-with-qr';
import { respondForPlace } from '@/server/respond-for-place';

type PlaceQrRoute = { params: Promise<{ slug: string }> };

/** The QR code of the place's page as a file: `?as=svg` or `?as=png`. */
export function GET(request: Request, { params }: PlaceQrRoute): Promise<Response> {
  return respondForPlace('/p/[slug]/sheets/qr', params, 'staff', async ({ place }) =>
    respondWithPlaceQr(request, place),
  );
}
