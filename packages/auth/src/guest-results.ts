import type { AccessTier } from './access-tier.ts';
import type { SessionExpiredError, VerificationRequiredError } from './guest-errors.ts';
import type { GuestSession, SessionFor } from './guest-session.ts';

/**
 * Why a token was refused. For logs and tests; never show it to a guest.
 *
 * - `malformed`: not the text of a token, or longer than any.
 * - `wrong_type`: another kind of JWT.
 * - `unknown_key`, `algorithm`, `signature`: no key of that name, not the key's algorithm, not signed by the key.
 * - `wrong_issuer`, `wrong_audience`: signed by the key, but by or for another system.
 * - `claims`: signed by the key, but its claims are not those of any token of this package.
 * - `not_yet_valid`, `expired`: before or after its time.
 * - `legacy_ended`: a token of the earlier system, after the last day for those.
 */
export type RefusalReason =
  | 'malformed'
  | 'wrong_type'
  | 'unknown_key'
  | 'algorithm'
  | 'signature'
  | 'wrong_issuer'
  | 'wrong_audience'
  | 'claims'
  | 'not_yet_valid'
  | 'expired'
  | 'legacy_ended';

/**
 * The result of verifying one token.
 *
 * @example
 * const result = await auth.verifyGuestToken(token);
 * if (result.ok) console.log(result.session.propertyId); else console.log(result.reason);
 */
export type VerifyResult = { ok: true; session: GuestSession } | { ok: false; reason: RefusalReason };

/** Where the token of a request came from. A write that rests on a cookie needs a same-origin check. */
export type TokenSource = 'bearer' | 'cookie';

/** The errors of a route that requires tier `T`: with `browse` there is no 403. */
export type AccessErrorFor<T extends AccessTier> = T extends 'full'
  ? SessionExpiredError | VerificationRequiredError
  : SessionExpiredError;

/**
 * The result of authenticating one request. `source` is null when the request had no token.
 *
 * @example
 * const result = await auth.authenticateGuest(request, { requireTier: 'full' });
 * if (!result.ok) return Response.json({ error: result.error.code }, { status: result.error.status });
 */
export type AuthenticateResult<T extends AccessTier> =
  | { ok: true; session: SessionFor<T>; source: TokenSource }
  | { ok: false; error: AccessErrorFor<T>; source: TokenSource | null };
