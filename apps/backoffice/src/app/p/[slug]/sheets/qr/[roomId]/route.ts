import { respondWithQr } from '@/features/sheets/respond-with-qr';
import { respondForPlace } from '@/server/respond-for-place';

type QrRoute = { params: Promise<{ slug: string; roomId: string }> };

/** The QR code of one room as a file: `?as=svg` or `?as=png`. */
export function GET(request: Request, { params }: QrRoute): Promise<Response> {
  return respondForPlace('/p/[slug]/sheets/qr/[roomId]', params, 'staff', async ({ client, place }) =>
    respondWithQr({ request, client, place, roomId: (await params).roomId }),
  );
}
