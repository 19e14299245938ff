import type { AccessTier, GuestVerifier } from '@gudbro/auth';
import type { RouteTier, SessionOf } from './route-definition.ts';
import type { RouteRequest } from './route-request.ts';

/** Who calls, or the refusal of the tier. A public route takes a token that no longer counts for none. */
export async function authenticate<Tier extends RouteTier>(
  auth: GuestVerifier,
  request: RouteRequest,
  tier: Tier,
): Promise<{ session: SessionOf<Tier>; hasCookie: boolean }> {
  const requireTier: AccessTier = tier === 'full' ? 'full' : 'browse';
  const result = await auth.authenticateGuest(request, { requireTier });
  const hasCookie = result.source === 'cookie';
  if (result.ok) {
    // authenticateGuest narrows by the tier it was asked for; the compiler does not follow it through the generic.
    return { session: result.session as SessionOf<Tier>, hasCookie };
  }
  if (tier === 'public') {
    return { session: null as SessionOf<Tier>, hasCookie };
  }
  throw result.error;
}
