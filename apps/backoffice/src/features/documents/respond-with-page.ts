import 'server-only';
import { ApiError, currentRequest, formatFault, terminalLog } from '@gudbro/api-kit';
import { pictureWatermarker } from '@gudbro/pictures';
import type { AccountClient } from '@/server/account-client';
import type { Place } from '@/server/place';
import { takeGrant } from './queries';
import { readPage } from './read-page';

const route = '/p/[slug]/documents/picture/[grant]';

/** By then the pictures that wait before it are drawn. */
const retryAfterSeconds = 5;

const pageHeaders = {
  'content-type': 'image/jpeg',
  'content-disposition': 'inline',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * One page of the picture of a document, with the name of who looks and the time drawn over it. No byte of it is read before the log
 * says that it was looked at.
 */
export async function respondWithPage(
  client: AccountClient,
  place: Pick<Place, 'id'>,
  grantId: string,
): Promise<Response> {
  const used = await takeGrantOrNothing(client, place.id, grantId);
  const page = await readPage(client, place.id, used);
  const drawn = await pictureWatermarker()(page, formatMark(used), place.id);
  if (drawn === null) {
    throw new ApiError('unavailable', { retryAfterSeconds });
  }
  return new Response(new Uint8Array(drawn), { headers: pageHeaders });
}

/** A grant that opens nothing is not found, whatever the reason, and so is one whose use could not be written to the log. */
async function takeGrantOrNothing(client: AccountClient, placeId: string, grantId: string) {
  try {
    return await takeGrant(client, placeId, grantId);
  } catch (thrown) {
    if (thrown instanceof ApiError && (thrown.code === 'session_expired' || thrown.code === 'unavailable')) {
      throw thrown;
    }
    if (!(thrown instanceof ApiError) || thrown.code === 'internal') {
      terminalLog.fault({ requestId: currentRequest().requestId, route, ...formatFault(thrown) });
    }
    throw new ApiError('not_found', { cause: thrown });
  }
}

/** The same in each language: whoever finds the picture elsewhere should be able to read it. */
function formatMark({ viewer, viewedAt, timezone }: Awaited<ReturnType<typeof takeGrant>>): string {
  // Sweden writes instants as 2026-11-27 18:03:12.
  const time = new Date(viewedAt).toLocaleString('sv-SE', { timeZone: timezone });
  return `${viewer} · ${time.slice(0, 16)}`;
}
