import { readAfter, takePage } from '@/server/page-of-rows';
import { listPictures } from '@/server/pictures/list-pictures';
import { respondForPlace } from '@/server/respond-for-place';

type ListRoute = { params: Promise<{ slug: string }> };

/** The place's pictures, to choose from. */
export function GET(request: Request, { params }: ListRoute): Promise<Response> {
  return respondForPlace('/p/[slug]/pictures/list', params, 'staff', async ({ place, client }) => {
    const after = readAfter(new URL(request.url).searchParams.get('after'), 'instant');
    const { rows, next } = takePage(
      await listPictures(client, place.id, after),
      ({ createdAt }) => createdAt,
    );
    return Response.json({ pictures: rows.map(({ id, path, alt }) => ({ id, path, alt })), next });
  });
}
