export type { AccessTier } from './access-tier.ts';
export { createGuestAuth, type GuestAuth } from './create-guest-auth.ts';
export { createGuestVerifier, type GuestVerifier } from './create-guest-verifier.ts';
export type {
  AsymmetricKey,
  GuestAuthOptions,
  GuestCookieOptions,
  GuestJwk,
  GuestKey,
  GuestVerifierOptions,
  GuestVerifyOptions,
  HmacKey,
  JwksResolver,
  LegacyOptions,
  PublicGuestJwk,
  PublicGuestJwks,
  TokenCacheOptions,
} from './guest-auth-options.ts';
export {
  type ConfigErrorCode,
  GuestConfigError,
  GuestUsageError,
  KeysUnavailableError,
  SessionExpiredError,
  type UsageErrorCode,
  VerificationRequiredError,
} from './guest-errors.ts';
export type {
  AccessErrorFor,
  AuthenticateResult,
  RefusalReason,
  TokenSource,
  VerifyResult,
} from './guest-results.ts';
export type {
  BrowseRoom,
  BrowseSession,
  FullGuest,
  FullSession,
  GuestSession,
  SessionFor,
  SessionStamp,
} from './guest-session.ts';
export type { PlainHeaders, RequestWithHeaders } from './read-request-token.ts';
export type { IssuedToken } from './sign-guest-token.ts';
