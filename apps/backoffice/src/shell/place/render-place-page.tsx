import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { ReactNode } from 'react';
import type { AccountClient } from '@/server/account-client';
import { pageClient } from '@/server/current-account';
import { type MemberRole, type Place, requirePlace } from '@/server/place';
import { guardPage } from '@/shell/error-panel/guard-page';

type PlacePageDefinition = {
  /** For the log: `/p/[slug]/numbers`. */
  route: string;
  params: Promise<{ slug: string }>;
  /** The lowest role that sees this screen. Staff where nothing is said. */
  role?: MemberRole;
  /** The switch that a person needs besides. */
  needs?: 'seesDocuments';
};

type PlacePageContext = { place: Place; client: AccountClient };

/** Renders a screen of one place: the person, the place and the role are checked before `render` reads anything. */
export function renderPlacePage(
  { route, params, role, needs }: PlacePageDefinition,
  render: (context: PlacePageContext) => Promise<ReactNode>,
): Promise<ReactNode> {
  return guardPage(route, async () => {
    const { slug } = await params;
    const place = await requirePlace(slug, role);
    if (needs !== undefined && !place[needs]) {
      throw new ApiError('forbidden');
    }
    return render({ place, client: await pageClient() });
  });
}
