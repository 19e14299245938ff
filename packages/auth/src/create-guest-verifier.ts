import type { AccessTier } from './access-tier.ts';
import { authenticateRequest } from './authenticate-guest.ts';
import type { GuestVerifierOptions } from './guest-auth-options.ts';
import { GuestConfigError } from './guest-errors.ts';
import type { AuthenticateResult, VerifyResult } from './guest-results.ts';
import { toLegacySession, toSession } from './guest-session.ts';
import { createLocalKeySet, type KeySet } from './key-set.ts';
import { createHmacKey, parseJwks } from './parse-guest-keys.ts';
import type { RequestWithHeaders } from './read-request-token.ts';
import { createRemoteKeySet } from './remote-key-set.ts';
import { createTokenCache, hashToken } from './token-cache.ts';
import { MAX_TOKEN_LENGTH } from './token-rules.ts';
import { type TokenVerification, type VerifiedToken, verifyToken } from './verify-guest-token.ts';
import { parseVerifySettings, type VerifySettings } from './verify-settings.ts';

/** Verifies guest tokens. Its functions can be taken out of the object and called alone. */
export type GuestVerifier = {
  /**
   * Verifies one token: signature, type, issuer, audience, times, claims. Whatever is in the token, it returns a result;
   * it throws `KeysUnavailableError` when the keys can't be read.
   *
   * @example
   * const result = await verifier.verifyGuestToken(token);
   * if (!result.ok) console.log(result.reason);
   */
  verifyGuestToken: (token: string) => Promise<VerifyResult>;
  /**
   * Authenticates a request by `Authorization: Bearer`, else by the session cookie. Without a valid token the error is
   * `session_expired` (401); with a browse token where full is required, `verification_required` (403). Whether the
   * stay is still live is for the database to say. Throws `GuestUsageError` for what is no request or no tier, and
   * `KeysUnavailableError` when the keys can't be read.
   *
   * @example
   * const result = await verifier.authenticateGuest(request, { requireTier: 'full' });
   * if (!result.ok) return Response.json({ error: result.error.code }, { status: result.error.status });
   */
  authenticateGuest: <T extends AccessTier>(
    request: RequestWithHeaders,
    options: { requireTier: T },
  ) => Promise<AuthenticateResult<T>>;
  /**
   * Imports all keys now, so that a key that can't be used stops the start instead of a guest's request: rejects with
   * `GuestConfigError`. A remote key set is fetched once: rejects with `KeysUnavailableError` while it can't be read,
   * as with a wrong address. An app that has to start before the issuer does leaves `ready` out; keys are then
   * fetched for the first token.
   *
   * @example
   * await verifier.ready();
   */
  ready: () => Promise<void>;
};

/**
 * Creates a verifier for an app that must not be able to issue: it holds public keys only.
 * Throws `GuestConfigError`.
 *
 * @example
 * const verifier = createGuestVerifier({ issuer, audience, jwks: createRemoteJWKSet(url) });
 */
export function createGuestVerifier(options: GuestVerifierOptions): GuestVerifier {
  const { jwks, ...rest } = options;
  return buildGuestVerifier(parseVerifySettings(rest), createJwksKeySet(jwks));
}

/** Creates a verifier that finds its keys in any key set. */
export function buildGuestVerifier(settings: VerifySettings, keySet: KeySet): GuestVerifier {
  const legacyKey = settings.legacy && createHmacKey(settings.legacy.secret, 'legacy', 'legacy.secret');
  const verify = withCache(settings, (token, now) =>
    verifyToken(token, { settings, keySet, legacyKey }, now),
  );

  const verifyGuestToken = async (token: string): Promise<VerifyResult> => {
    // Checked before the token is hashed or parsed, since the sender chooses its length.
    if (typeof token !== 'string' || token.length > MAX_TOKEN_LENGTH)
      return { ok: false, reason: 'malformed' };
    const result = await verify(token, settings.clock());
    return result.ok ? { ok: true, session: toGuestSession(result.token) } : result;
  };
  return {
    verifyGuestToken,
    authenticateGuest: async <T extends AccessTier>(
      request: RequestWithHeaders,
      options: { requireTier: T },
    ) => {
      // Without types the options may be missing; then there is no valid tier, which throws.
      const requireTier = options?.requireTier;
      const result = await authenticateRequest(request, requireTier, settings.cookie.name, verifyGuestToken);
      // The compiler can't follow that the session and the errors depend on `requireTier`.
      return result as AuthenticateResult<T>;
    },
    ready: async () => {
      await Promise.all([keySet.ready(), legacyKey?.load()]);
    },
  };
}

type Verify = (token: string, now: Date) => Promise<TokenVerification>;

function withCache(settings: VerifySettings, verify: Verify): Verify {
  if (settings.cache === false) return verify;
  const cache = createTokenCache(settings.cache);
  return async (token, now) => {
    const hash = await hashToken(token);
    const cached = cache.get(hash, now);
    if (cached) return { ok: true, token: cached };
    const result = await verify(token, now);
    if (result.ok) cache.set(hash, result.token, now);
    return result;
  };
}

function toGuestSession(token: VerifiedToken) {
  return token.kind === 'current'
    ? toSession(token.claims)
    : toLegacySession(token.claims, token.acceptedUntilSeconds);
}

function createJwksKeySet(jwks: GuestVerifierOptions['jwks']): KeySet {
  if (typeof jwks === 'function') return createRemoteKeySet(jwks);
  if (!Array.isArray(jwks?.keys) || jwks.keys.length === 0) {
    throw new GuestConfigError(
      'invalid_option',
      'jwks',
      'must be a key set with at least one key, or a resolver',
    );
  }
  return createLocalKeySet(parseJwks(jwks.keys));
}
