import { type AccessTier, isAccessTier } from './access-tier.ts';
import { GuestUsageError, SessionExpiredError, VerificationRequiredError } from './guest-errors.ts';
import type { AuthenticateResult, VerifyResult } from './guest-results.ts';
import { type RequestWithHeaders, readRequestToken } from './read-request-token.ts';

/** Finds the request's token, verifies it and compares its tier with the required one. */
export async function authenticateRequest(
  request: RequestWithHeaders,
  requireTier: AccessTier,
  cookieName: string,
  verify: (token: string) => Promise<VerifyResult>,
): Promise<AuthenticateResult<AccessTier>> {
  if (!isAccessTier(requireTier)) {
    throw new GuestUsageError('invalid_tier', 'requireTier must be "browse" or "full"');
  }
  const found = readRequestToken(request, cookieName);
  if (found.kind === 'none') return { ok: false, error: new SessionExpiredError('missing'), source: null };
  const { source } = found;
  if (found.kind === 'refused') return { ok: false, error: new SessionExpiredError(found.reason), source };

  const verified = await verify(found.token);
  if (!verified.ok) return { ok: false, error: new SessionExpiredError(verified.reason), source };
  const { session } = verified;
  if (requireTier === 'full' && session.accessTier === 'browse') {
    return { ok: false, error: new VerificationRequiredError(session), source };
  }
  return { ok: true, session, source };
}
