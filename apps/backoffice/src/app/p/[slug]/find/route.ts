import { hasRole } from '@/server/place';
import { respondForPlace } from '@/server/respond-for-place';
import { findAnything } from '@/shell/find/find-anything-query';

type FindRoute = { params: Promise<{ slug: string }> };

/** What matches the text of the field "find anything". A housekeeper finds screens by it, and neither guests nor codes. */
export function GET(request: Request, { params }: FindRoute): Promise<Response> {
  return respondForPlace('/p/[slug]/find', params, 'housekeeper', async ({ place, client }) => {
    if (!hasRole(place.role, 'staff')) {
      return Response.json([]);
    }
    const text = new URL(request.url).searchParams.get('q') ?? '';
    return Response.json(await findAnything(client, place, text));
  });
}
