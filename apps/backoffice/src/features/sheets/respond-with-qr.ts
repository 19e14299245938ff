import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { formatRoomLabel } from '@gudbro/domain';
import { drawQrPng, drawQrSvg } from '@gudbro/sheets';
import { z } from 'zod';
import { env } from '@/env';
import type { AccountClient } from '@/server/account-client';
import type { Place } from '@/server/place';
import { formatPlaceUrl, formatRoomUrl } from './build-sheet';
import { getRoomsToPrint } from './queries';

type QrRequest = { request: Request; client: AccountClient; place: Place; roomId: string };

export async function respondWithQr({ request, client, place, roomId }: QrRequest): Promise<Response> {
  const id = z.uuid().safeParse(roomId);
  const [room] = id.success ? await getRoomsToPrint(client, place.id, [id.data]) : [];
  if (room === undefined) {
    throw new ApiError('not_found');
  }
  // A room is called what its owner likes; a file's name has letters, digits and hyphens.
  const name = formatRoomLabel(place.shortCode, room.number).replace(/[^A-Za-z0-9-]+/g, '-');
  return respondWithFile(request, formatRoomUrl(env().STAYS_URL, room.code), name);
}

export function respondWithPlaceQr(request: Request, { slug }: Place): Response {
  return respondWithFile(request, formatPlaceUrl(env().STAYS_URL, slug), slug);
}

function respondWithFile(request: Request, url: string, name: string): Response {
  const isPng = new URL(request.url).searchParams.get('as') === 'png';
  return new Response(isPng ? Buffer.from(drawQrPng(url)) : drawQrSvg(url), {
    headers: {
      'content-type': isPng ? 'image/png' : 'image/svg+xml',
      'content-disposition': `attachment; filename="qr-${name}.${isPng ? 'png' : 'svg'}"`,
    },
  });
}
