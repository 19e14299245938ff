import { ApiError } from '@gudbro/api-kit';
import { getReport } from '@/features/reports/queries';
import { respondForPlace } from '@/server/respond-for-place';
import { requireId } from '@/shell/form/field-schemas';

type PhotoRoute = { params: Promise<{ slug: string; id: string; index: string }> };

/** One photo of a report, which Storage returns to the place's own team alone. */
export function GET(_request: Request, { params }: PhotoRoute): Promise<Response> {
  return respondForPlace(
    '/p/[slug]/reports/[id]/photos/[index]',
    params,
    'staff',
    async ({ place, client }) => {
      const { id, index } = await params;
      const { photos } = await getReport(client, place.id, requireId(id));
      const path = /^[0-2]$/.test(index) ? photos[Number(index)] : undefined;
      if (path === undefined) {
        throw new ApiError('not_found');
      }
      const bytes = await client.fetchFile({ bucket: 'incident-photos', path });
      return new Response(bytes, {
        headers: { 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' },
      });
    },
  );
}
