import { buildGuestVerifier, type GuestVerifier } from './create-guest-verifier.ts';
import type { GuestAuthOptions, PublicGuestJwks } from './guest-auth-options.ts';
import { formatClearedGuestCookie, formatGuestCookie } from './guest-cookie.ts';
import { GuestConfigError } from './guest-errors.ts';
import type { BrowseRoom, BrowseSession, FullGuest, FullSession } from './guest-session.ts';
import { createLocalKeyRing, type RingKey } from './key-ring.ts';
import { parseGuestKeys } from './parse-guest-keys.ts';
import { type IssuedToken, type SignContext, signBrowseToken, signFullToken } from './sign-guest-token.ts';
import { parseVerifySettings } from './verify-settings.ts';

/** Issues and verifies guest tokens. Its functions need no `this`. */
export type GuestAuth = GuestVerifier & {
  /**
   * Signs a browse token: seven days, property and room only. Anything else in the argument is refused
   * with `GuestUsageError`.
   *
   * @example
   * const { token, expiresAt } = await auth.signRoomBrowseToken({ propertyId, roomId, roomCode });
   */
  signRoomBrowseToken: (room: BrowseRoom) => Promise<IssuedToken<BrowseSession>>;
  /**
   * Signs a full token for one booking or one guest session, until `expiresAt`: the end of the
   * check-out day in the property's time zone, which the caller works out.
   *
   * @example
   * const issued = await auth.signGuestToken({ propertyId, roomId, bookingId, checkoutDate, expiresAt });
   */
  signGuestToken: (guest: FullGuest & { expiresAt: Date }) => Promise<IssuedToken<FullSession>>;
  /**
   * The public halves of the key pairs, to be served so that others can verify. Shared secrets never appear.
   *
   * @example
   * return Response.json(auth.toJwks());
   */
  toJwks: () => PublicGuestJwks;
  /**
   * The `Set-Cookie` value that starts the session in a browser and ends with the token.
   *
   * @example
   * headers.append('set-cookie', auth.formatCookie(issued));
   */
  formatCookie: (issued: { token: string; expiresAt: Date }) => string;
  /**
   * The `Set-Cookie` value that signs the browser out.
   *
   * @example
   * headers.append('set-cookie', auth.formatClearedCookie());
   */
  formatClearedCookie: () => string;
};

/**
 * Creates the object that issues and verifies guest tokens. Synchronous; throws `GuestConfigError` for
 * what can't be used, and `ready()` for what only shows when a key is imported.
 *
 * @example
 * const auth = createGuestAuth({ issuer, audience, keys: [{ kid: '2026-11', secret }] });
 */
export function createGuestAuth(options: GuestAuthOptions): GuestAuth {
  const { keys, randomId = () => crypto.randomUUID(), ...rest } = options;
  const settings = parseVerifySettings(rest);
  if (typeof randomId !== 'function') {
    throw new GuestConfigError('invalid_option', 'randomId', 'must be a function');
  }
  const parsedKeys = parseGuestKeys(keys);
  const context: SignContext = { settings, key: takeSigningKey(parsedKeys[0].signing), randomId };
  const verifier = buildGuestVerifier(settings, createLocalKeyRing(parsedKeys.map((key) => key.verifying)));
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

function takeSigningKey(key: RingKey | null): RingKey {
  if (key) return key;
  throw new GuestConfigError('signing_key_not_private', 'keys[0]', 'signs, so it needs its private half');
}

// A JWK may join the private half of one pair to the public half of another; only a try tells.
async function proveSigningKey(context: SignContext, { verifyGuestToken }: GuestVerifier): Promise<void> {
  const { token } = await signBrowseToken({ propertyId: 'self', roomId: 'self', roomCode: 'self' }, context);
  const { ok } = await verifyGuestToken(token);
  if (!ok) throw new GuestConfigError('invalid_key', 'keys[0]', 'its two halves do not belong together');
}
