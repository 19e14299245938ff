import { createHash } from 'node:crypto';
import { readPulse } from '@/server/read-pulse';
import { respondForPlace } from '@/server/respond-for-place';

type PulseRoute = { params: Promise<{ slug: string }> };

/**
 * When somebody last changed something at this place, and what waits for a hand: screens read anew what they show when it moves.
 * A screen that sends the tag of the answer it has gets 304 while that is still so. The header `account` says whose sign-in it is.
 */
export function GET(request: Request, { params }: PulseRoute): Promise<Response> {
  return respondForPlace('/p/[slug]/pulse', params, 'housekeeper', async ({ place, client, accountId }) => {
    const body = await readPulse(client, place.id);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
    if (request.headers.get('if-none-match') === etag) {
      return new Response(null, { status: 304, headers: { etag, account: accountId } });
    }
    return new Response(body, { headers: { etag, account: accountId, 'content-type': 'application/json' } });
  });
}
