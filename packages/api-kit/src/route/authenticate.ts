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

/** The verification method of a room, for a guest of the browse tier. */
export type ProofMethod = ErrorBody<'verification_required'>['method'];

/**
 * Reads the caller's session. Throws `session_expired` without a valid token, and `verification_required` with the room's
 * method where the tier is too low. On a public route an invalid token counts as no token.
 */
export async function authenticate<Tier extends RouteTier>(
  auth: GuestVerifier,
  request: Request,
  tier: Tier,
  findMethod: (session: BrowseSession) => Promise<ProofMethod>,
): Promise<{ session: SessionOf<Tier>; hasCookie: boolean }> {
  // A first scan has nothing to show. To make an error of that takes as long as all else that is done here.
  if (tier === 'public' && !request.headers.has('cookie') && !request.headers.has('authorization')) {
    return { session: null as SessionOf<Tier>, hasCookie: false };
  }
  const requireTier: AccessTier = tier === 'full' ? 'full' : 'browse';
  const result = await auth.authenticateGuest(request, { requireTier }).catch(throwUnavailable);
  const hasCookie = result.source === 'cookie';
  if (result.ok) {
    // authenticateGuest returns a session of `requireTier`, but the compiler loses that in the generic.
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
