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

/** Why a call was refused although the configuration is right. */
export type UsageErrorCode = 'invalid_claims' | 'invalid_expiry' | 'invalid_tier' | 'invalid_token';

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
 * The caller asked for something that can't be meant: claims a token may not carry, an end in the past,
 * a tier that does not exist. A fault in the program, never in the guest's request.
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
 * Nobody is signed in as far as this request shows: answer 401. `reason` is for the log, never for the
 * guest: it would tell a forger how far the forgery came.
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
    super('The session has ended. Scan the code again.');
    this.reason = reason;
  }
}

/**
 * The guest may look and now has to prove who they are: answer 403. `session` is the browse session, so
 * that the app can find the property's way of verifying.
 *
 * @example
 * if (result.error.code === 'verification_required') ask(methodOf(result.error.session.propertyId));
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
 * The keys of the issuer could not be had, so nothing can be said about any token: answer 503.
 * Thrown, not returned: the guest did nothing wrong and must keep the session.
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
