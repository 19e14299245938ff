import { respondWithPage } from '@/features/documents/respond-with-page';
import { respondForPlace } from '@/server/respond-for-place';
import { requireId } from '@/shell/form/field-schemas';

type PictureRoute = { params: Promise<{ slug: string; grant: string }> };

/** One page of the picture of a document, once. */
export function GET(_request: Request, { params }: PictureRoute): Promise<Response> {
  return respondForPlace('/p/[slug]/documents/picture/[grant]', params, 'staff', async ({ place, client }) =>
    respondWithPage(client, place, requireId((await params).grant)),
  );
}
