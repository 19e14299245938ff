import { SignJWT } from 'jose';
import { GuestUsageError } from './guest-errors.ts';
import type { BrowseRoom, BrowseSession, FullGuest, FullSession, SessionStamp } from './guest-session.ts';
import type { LocalKey } from './key-set.ts';
import { readBrowseRoom, readFullGuest } from './token-claims.ts';
import { BROWSE_LIFETIME_SECONDS, TOKEN_TYPE } from './token-rules.ts';
import type { VerifySettings } from './verify-settings.ts';

/** A signed token, its end and the session it stands for. */
export type IssuedToken<Session> = { token: string; expiresAt: Date; session: Session };

export type SignContext = { settings: VerifySettings; key: LocalKey; randomId: () => string };

/** Signs a browse token: seven days, no person in it. */
export async function signBrowseToken(
  room: BrowseRoom,
  context: SignContext,
): Promise<IssuedToken<BrowseSession>> {
  const named = readBrowseRoom(room);
  if (!named) {
    throw new GuestUsageError('invalid_claims', 'a browse token names property, room and room code only');
  }
  const nowSeconds = toSeconds(context.settings.clock());
  const claims = { accessTier: 'browse', ...named } as const;
  const signed = await sign(claims, nowSeconds, nowSeconds + BROWSE_LIFETIME_SECONDS, context);
  return { token: signed.token, expiresAt: signed.stamp.expiresAt, session: { ...claims, ...signed.stamp } };
}

/** Signs a full token until the instant the caller gives. */
export async function signFullToken(
  { expiresAt, ...guest }: FullGuest & { expiresAt: Date },
  context: SignContext,
): Promise<IssuedToken<FullSession>> {
  const named = readFullGuest(dropUndefined(guest));
  if (!named) {
    throw new GuestUsageError(
      'invalid_claims',
      'a full token names a property and one booking or one session',
    );
  }
  const nowSeconds = toSeconds(context.settings.clock());
  const expSeconds = expiresAt instanceof Date ? toSeconds(expiresAt) : Number.NaN;
  const lifetimeSeconds = expSeconds - nowSeconds;
  if (!(lifetimeSeconds > 0 && lifetimeSeconds <= context.settings.maxFullLifetimeSeconds)) {
    throw new GuestUsageError('invalid_expiry', 'expiresAt must be a Date in the future, within the maximum');
  }
  const claims = { accessTier: 'full', ...named } as const;
  const signed = await sign(claims, nowSeconds, expSeconds, context);
  return { token: signed.token, expiresAt: signed.stamp.expiresAt, session: { ...claims, ...signed.stamp } };
}

async function sign(
  claims: Record<string, string>,
  nowSeconds: number,
  expSeconds: number,
  { settings, key, randomId }: SignContext,
): Promise<{ token: string; stamp: SessionStamp }> {
  const tokenId = randomId();
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: TOKEN_TYPE })
    .setIssuer(settings.issuer)
    .setAudience(settings.audience)
    .setIssuedAt(nowSeconds)
    .setNotBefore(nowSeconds)
    .setExpirationTime(expSeconds)
    .setJti(tokenId)
    .sign(await key.load());
  const issuedAt = new Date(nowSeconds * 1000);
  return { token, stamp: { tokenId, issuedAt, expiresAt: new Date(expSeconds * 1000), isLegacy: false } };
}

function toSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

// The types allow `sessionId: undefined` beside a booking.
function dropUndefined(guest: object): object {
  return Object.fromEntries(Object.entries(guest).filter(([, value]) => value !== undefined));
}
