import 'server-only';
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
};

type PlacePageContext = { place: Place; client: AccountClient };

/** Renders a screen of one place: the person, the place and the role are checked before `render` reads anything. */
export function renderPlacePage(
  { route, params, role }: PlacePageDefinition,
  render: (context: PlacePageContext) => Promise<ReactNode>,
): Promise<ReactNode> {
  return guardPage(route, async () => {
    const { slug } = await params;
    return render({ place: await requirePlace(slug, role), client: await pageClient() });
  });
}
