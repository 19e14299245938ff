import { respondWithPersonArchive } from '@/features/documents/person-archive';
import { respondForPlace } from '@/server/respond-for-place';
import { requireId } from '@/shell/form/field-schemas';

type ArchiveRoute = { params: Promise<{ slug: string; id: string }> };

/** All that the place has of a guest, as an archive. */
export function GET(_request: Request, { params }: ArchiveRoute): Promise<Response> {
  return respondForPlace(
    '/p/[slug]/bookings/[id]/data/archive',
    params,
    'manager',
    async ({ place, client }) => respondWithPersonArchive(client, place, requireId((await params).id)),
  );
}
