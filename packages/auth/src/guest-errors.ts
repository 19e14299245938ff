import type { RefusalReason } from './guest-results.ts';
import type { BrowseSession } from './guest-session.ts';

/** Why a configuration was refused. */
export type ConfigErrorCode =
  | 'invalid_option'
  | 'invalid_key'
  | 'weak_secret'
  | 'key_as_secret'
  | 'duplicate_kid'
  | 'signing_key_not_private';

/** Why a call was refused: its arguments can't be right. */
export type UsageErrorCode =
  | 'invalid_claims'
  | 'invalid_expiry'
  | 'invalid_request'
  | 'invalid_tier'
  | 'invalid_token';

/**
 * The configuration can't be used. Thrown while the auth object is created, or by `ready()`.
 * `option` names the place, such as `keys[0].secret`. No message holds a secret.
 *
 * @example
 * if (error instanceof GuestConfigError) console.error(error.code, error.option);
 */
export class GuestConfigError extends Error {
  override readonly name = 'GuestConfigError';
  readonly code: ConfigErrorCode;
  readonly option: string;

  constructor(code: ConfigErrorCode, option: string, problem: string, options?: ErrorOptions) {
    super(`${option}: ${problem}`, options);
    this.code = code;
    this.option = option;
  }
}

/**
 * A call with arguments that can't be right: claims a token may not have, an end in the past, a tier that does not exist,
 * something that is no request. A fault in the program, never in the guest's request.
 *
 * @example
 * await auth.signGuestToken({ propertyId, bookingId, expiresAt: new Date(0) }); // throws invalid_expiry
 */
export class GuestUsageError extends Error {
  override readonly name = 'GuestUsageError';
  readonly code: UsageErrorCode;

  constructor(code: UsageErrorCode, problem: string) {
    super(problem);
    this.code = code;
  }
}

/**
 * The request has no session that counts, which is more than an expired one: respond with 401. `reason` says which:
 * `missing` when there is no token, `ambiguous` for two different session cookies, else why the token was refused. Write
 * `reason` to the log, and never show it to the guest: it would tell a forger how far the forgery came.
 *
 * @example
 * if (!result.ok && result.error.code === 'session_expired') return new Response(null, { status: 401 });
 */
export class SessionExpiredError extends Error {
  override readonly name = 'SessionExpiredError';
  readonly code = 'session_expired';
  readonly status = 401;
  readonly reason: RefusalReason | 'missing' | 'ambiguous';

  constructor(reason: RefusalReason | 'missing' | 'ambiguous') {
    super('There is no session, or it has ended. Scan the code again.');
    this.reason = reason;
  }
}

/**
 * The guest has a browse session and needs a full one: respond with 403 and let them prove the stay. `session` is the
 * browse session, which names the property.
 *
 * @example
 * if (result.error.code === 'verification_required') console.log(result.error.session.propertyId);
 */
export class VerificationRequiredError extends Error {
  override readonly name = 'VerificationRequiredError';
  readonly code = 'verification_required';
  readonly status = 403;
  readonly session: BrowseSession;

  constructor(session: BrowseSession) {
    super('This needs a verified guest.');
    this.session = session;
  }
}

/**
 * The issuer's keys could not be read, so no token can be verified: respond with 503. Thrown, not returned: the guest
 * did nothing wrong and must not be signed out.
 *
 * @example
 * if (error instanceof KeysUnavailableError) return new Response(null, { status: error.status });
 */
export class KeysUnavailableError extends Error {
  override readonly name = 'KeysUnavailableError';
  readonly code = 'keys_unavailable';
  readonly status = 503;

  constructor(cause: unknown) {
    super('The keys that verify guest tokens could not be read.', { cause });
  }
}
