import { isLocale } from '@gudbro/domain';
import { findPreview } from '@/server/find-preview';
import { respondForPlace } from '@/server/respond-for-place';
import { locales } from '@/shell/form/translated-texts';

type PreviewRoute = { params: Promise<{ slug: string }> };

/**
 * Leads to the guest app, to the page that a guest of this place sees, in the language of `?locale=`. Browsers carry the
 * fragment of the link along, so `#services` opens the page at that section.
 */
export function GET(request: Request, { params }: PreviewRoute): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('locale');
  const locale = isLocale(asked, locales) ? asked : null;
  return respondForPlace(
    '/p/[slug]/preview',
    params,
    'staff',
    async ({ place, client }) =>
      new Response(null, { status: 303, headers: { location: await findPreview(client, place, locale) } }),
  );
}
