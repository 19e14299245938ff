import type { AccessTier } from './access-tier.ts';
import type { SessionExpiredError, VerificationRequiredError } from './guest-errors.ts';
import type { GuestSession, SessionFor } from './guest-session.ts';

/**
 * Why a token was refused. For logs and tests; a guest is only told that the session has ended.
 * `wrong_type`: some other JWT. `claims`: rightly signed, yet not what this package issues.
 * `legacy_ended`: of the earlier system, after its last day.
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
 * What the verification of one token ends in.
 *
 * @example
 * const result = await auth.verifyGuestToken(token);
 * if (result.ok) console.log(result.session.propertyId); else console.log(result.reason);
 */
export type VerifyResult = { ok: true; session: GuestSession } | { ok: false; reason: RefusalReason };

/** Where the token of a request came from. A write that rests on a cookie needs a same-origin check. */
export type TokenSource = 'bearer' | 'cookie';

/** The errors a route that requires tier `T` has to answer: asking for `browse` can't end in a 403. */
export type AccessErrorFor<T extends AccessTier> = T extends 'full'
  ? SessionExpiredError | VerificationRequiredError
  : SessionExpiredError;

/**
 * What the authentication of one request ends in. `source` is null when the request carried no token.
 *
 * @example
 * const result = await auth.authenticateGuest(request, { requireTier: 'full' });
 * if (!result.ok) return Response.json({ error: result.error.code }, { status: result.error.status });
 */
export type AuthenticateResult<T extends AccessTier> =
  | { ok: true; session: SessionFor<T>; source: TokenSource }
  | { ok: false; error: AccessErrorFor<T>; source: TokenSource | null };
