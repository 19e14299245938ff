import 'server-only';
import type { AccountClient } from './account-client';
import { findPlace, type MemberRole, type Place } from './place';
import { respondForAccount } from './respond-for-account';

type PlaceRequest = { place: Place; client: AccountClient; accountId: string };

/** Responds to a request that a screen's script sends: the person, the place and the role are checked before `respond`. */
export function respondForPlace(
  route: string,
  params: Promise<{ slug: string }>,
  minimum: MemberRole,
  respond: (request: PlaceRequest) => Promise<Response>,
): Promise<Response> {
  return respondForAccount(route, async ({ client, account }) => {
    const { slug } = await params;
    return respond({ client, accountId: account.id, place: findPlace(account.places, slug, minimum) });
  });
}
