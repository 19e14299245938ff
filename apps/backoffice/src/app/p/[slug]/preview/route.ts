import { isLocale } from '@gudbro/domain';
import { findPreview } from '@/server/find-preview';
import { respondForPlace } from '@/server/respond-for-place';
import { locales } from '@/shell/form/translated-texts';

type PreviewRoute = { params: Promise<{ slug: string }> };

/**
 * Leads to the guest app, to the page that a guest of this place sees, in the language of `?locale=`; with `?page=place` to
 * the place's own page. Browsers carry the fragment of the link along, so `#services` opens the page at that section.
 */
export function GET(request: Request, { params }: PreviewRoute): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('locale');
  const locale = isLocale(asked, locales) ? asked : null;
  const page = searchParams.get('page') === 'place' ? 'place' : 'room';
  return respondForPlace(
    '/p/[slug]/preview',
    params,
    'staff',
    async ({ place, client }) =>
      new Response(null, {
        status: 303,
        headers: { location: await findPreview(client, place, { page, locale }) },
      }),
  );
}
