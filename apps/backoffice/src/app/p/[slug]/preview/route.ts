import { findPreview } from '@/server/find-preview';
import { respondForPlace } from '@/server/respond-for-place';

type PreviewRoute = { params: Promise<{ slug: string }> };

/** Leads to the guest app, to the page that a guest of this place sees. */
export function GET(_request: Request, { params }: PreviewRoute): Promise<Response> {
  return respondForPlace(
    '/p/[slug]/preview',
    params,
    'staff',
    async ({ place, client }) =>
      new Response(null, { status: 303, headers: { location: await findPreview(client, place) } }),
  );
}
