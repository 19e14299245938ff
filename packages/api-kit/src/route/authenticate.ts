import {
  type AccessTier,
  type BrowseSession,
  type GuestVerifier,
  KeysUnavailableError,
  VerificationRequiredError,
} from '@gudbro/auth';
import { ApiError } from '../errors/api-error.ts';
import type { ErrorBody } from '../errors/error-payloads.ts';
import type { RouteTier, SessionOf } from './route-definition.ts';
import type { RouteRequest } from './route-request.ts';

/** How a guest who may only look can prove a stay there. */
export type ProofMethod = ErrorBody<'verification_required'>['method'];

/**
 * Who calls. Where the tier is too low it throws: what needs proof says which. To a public route, a token that no longer
 * counts is none.
 */
export async function authenticate<Tier extends RouteTier>(
  auth: GuestVerifier,
  request: RouteRequest,
  tier: Tier,
  findMethod: (session: BrowseSession) => Promise<ProofMethod>,
): Promise<{ session: SessionOf<Tier>; hasCookie: boolean }> {
  const requireTier: AccessTier = tier === 'full' ? 'full' : 'browse';
  const result = await auth.authenticateGuest(request, { requireTier }).catch(throwUnavailable);
  const hasCookie = result.source === 'cookie';
  if (result.ok) {
    // authenticateGuest narrows by the tier it was asked for; the compiler does not follow it through the generic.
    return { session: result.session as SessionOf<Tier>, hasCookie };
  }
  if (tier === 'public') {
    return { session: null as SessionOf<Tier>, hasCookie };
  }
  if (result.error instanceof VerificationRequiredError) {
    const method = await findMethod(result.error.session);
    throw new ApiError('verification_required', { method, cause: result.error });
  }
  throw new ApiError('session_expired', { cause: result.error });
}

function throwUnavailable(thrown: unknown): never {
  throw thrown instanceof KeysUnavailableError ? new ApiError('unavailable', { cause: thrown }) : thrown;
}
