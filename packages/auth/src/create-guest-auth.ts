import { buildGuestVerifier, type GuestVerifier } from './create-guest-verifier.ts';
import type { GuestAuthOptions, PublicGuestJwks } from './guest-auth-options.ts';
import { formatClearedGuestCookie, formatGuestCookie } from './guest-cookie.ts';
import { GuestConfigError } from './guest-errors.ts';
import type { BrowseRoom, BrowseSession, FullGuest, FullSession } from './guest-session.ts';
import { createLocalKeySet, type LocalKey } from './key-set.ts';
import { parseGuestKeys } from './parse-guest-keys.ts';
import { type IssuedToken, type SignContext, signBrowseToken, signFullToken } from './sign-guest-token.ts';
import { parseVerifySettings } from './verify-settings.ts';

/** Issues and verifies guest tokens. Its functions can be taken out of the object and called alone. */
export type GuestAuth = GuestVerifier & {
  /**
   * Signs a browse token: seven days, property and room only. Throws `GuestUsageError` (`invalid_claims`) for anything
   * else in the argument.
   *
   * @example
   * const { token, expiresAt } = await auth.signRoomBrowseToken({ propertyId, roomId, roomCode });
   */
  signRoomBrowseToken: (room: BrowseRoom) => Promise<IssuedToken<BrowseSession>>;
  /**
   * Signs a full token for one booking or one guest session, until `expiresAt`. The caller computes that instant: the
   * end of the check-out day in the property's time zone. Throws `GuestUsageError` (`invalid_claims`, `invalid_expiry`).
   *
   * @example
   * const issued = await auth.signGuestToken({ propertyId, roomId, bookingId, checkoutDate, expiresAt });
   */
  signGuestToken: (guest: FullGuest & { expiresAt: Date }) => Promise<IssuedToken<FullSession>>;
  /**
   * The public halves of the key pairs, to be served at `/.well-known/jwks.json`. Shared secrets are never in it.
   *
   * @example
   * return Response.json(auth.toJwks());
   */
  toJwks: () => PublicGuestJwks;
  /**
   * The `Set-Cookie` value that stores the token in a browser, hidden from scripts, until the token ends.
   *
   * @example
   * headers.append('set-cookie', auth.formatCookie(issued));
   */
  formatCookie: (issued: { token: string; expiresAt: Date }) => string;
  /**
   * The `Set-Cookie` value that removes the token from the browser.
   *
   * @example
   * headers.append('set-cookie', auth.formatClearedCookie());
   */
  formatClearedCookie: () => string;
};

/**
 * Creates the object that issues and verifies guest tokens. Throws `GuestConfigError` for options that can't be used.
 * Keys are imported later: `ready()` throws it for a key that can't be imported.
 *
 * @example
 * const auth = createGuestAuth({ issuer, audience, keys: JSON.parse(keysPrintedByKeygen) });
 */
export function createGuestAuth(options: GuestAuthOptions): GuestAuth {
  const { keys, randomId = () => crypto.randomUUID(), ...rest } = options;
  const settings = parseVerifySettings(rest);
  if (typeof randomId !== 'function') {
    throw new GuestConfigError('invalid_option', 'randomId', 'must be a function');
  }
  const parsedKeys = parseGuestKeys(keys);
  const context: SignContext = { settings, key: takeSigningKey(parsedKeys[0].signing), randomId };
  const verifier = buildGuestVerifier(settings, createLocalKeySet(parsedKeys.map((key) => key.verifying)));
  const publicJwks = parsedKeys.flatMap(({ publicJwk }) => publicJwk ?? []);

  return {
    ...verifier,
    ready: async () => {
      await verifier.ready();
      await proveSigningKey(context, verifier);
    },
    signRoomBrowseToken: (room) => signBrowseToken(room, context),
    signGuestToken: (guest) => signFullToken(guest, context),
    toJwks: () => ({ keys: publicJwks.map((jwk) => ({ ...jwk })) }),
    formatCookie: (issued) => formatGuestCookie(issued, settings.cookie, settings.clock()),
    formatClearedCookie: () => formatClearedGuestCookie(settings.cookie),
  };
}

function takeSigningKey(key: LocalKey | null): LocalKey {
  if (key) return key;
  throw new GuestConfigError('signing_key_not_private', 'keys[0]', 'signs, so it needs its private half');
}

// A JWK may hold the private half of one pair and the public half of another. Only signing and verifying shows it.
async function proveSigningKey(context: SignContext, { verifyGuestToken }: GuestVerifier): Promise<void> {
  const { token } = await signBrowseToken({ propertyId: 'self', roomId: 'self', roomCode: 'self' }, context);
  const { ok } = await verifyGuestToken(token);
  if (!ok) throw new GuestConfigError('invalid_key', 'keys[0]', 'its two halves do not belong together');
}
