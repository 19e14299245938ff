import type { AccessTier } from './access-tier.ts';
import type { LegacyClaims, TokenClaims } from './token-claims.ts';

/** The room a browse token is for. No person is in it. */
export type BrowseRoom = { propertyId: string; roomId: string; roomCode: string };

/** Who a full token is for: exactly one booking or exactly one guest session made by the desk. */
export type FullGuest = {
  propertyId: string;
  roomId?: string;
  roomCode?: string;
  /** The local check-out day, `YYYY-MM-DD`. */
  checkoutDate?: string;
  /** The phone that proved the stay, so that the database can refuse the tokens of one phone alone. */
  phoneId?: string;
} & ({ bookingId: string; sessionId?: undefined } | { sessionId: string; bookingId?: undefined });

/** What every session has of its token. */
export type SessionStamp = {
  /** The token's `jti`; null for a token of the earlier system, which had none. */
  tokenId: string | null;
  /** Null where a token of the earlier system does not say. */
  issuedAt: Date | null;
  expiresAt: Date;
  /** Issued by the earlier system, before there were tiers. */
  isLegacy: boolean;
};

/** A verified browse token: property and room, no person. */
export type BrowseSession = { accessTier: 'browse' } & BrowseRoom & SessionStamp;

/** A verified full token. Whether its booking or session is still live is for the database to say. */
export type FullSession = { accessTier: 'full' } & FullGuest & SessionStamp;

/** Any verified token; `accessTier` tells which. */
export type GuestSession = BrowseSession | FullSession;

/**
 * The session a route gets that requires tier `T`: `full` narrows to a full session, `browse` takes both.
 *
 * @example
 * function order(session: SessionFor<'full'>) { return session.bookingId ?? session.sessionId; }
 */
export type SessionFor<T extends AccessTier> = T extends 'full' ? FullSession : GuestSession;

/** The session of a token of this system. A fresh object each time, so that no caller can change a cached one. */
export function toSession(claims: TokenClaims): GuestSession {
  const { iss, aud, iat, nbf, exp, jti, ...guest } = claims;
  return { ...guest, tokenId: jti, issuedAt: toDate(iat), expiresAt: toDate(exp), isLegacy: false };
}

/** The session of a token of the earlier system, which ends with the token or with its last accepted day. */
export function toLegacySession(claims: LegacyClaims, acceptedUntilSeconds: number): FullSession {
  return {
    accessTier: 'full',
    propertyId: claims.propertyId,
    bookingId: claims.bookingId,
    checkoutDate: claims.checkoutDate,
    tokenId: claims.jti ?? null,
    issuedAt: claims.iat === undefined ? null : toDate(claims.iat),
    expiresAt: toDate(Math.min(claims.exp, acceptedUntilSeconds)),
    isLegacy: true,
  };
}

function toDate(seconds: number): Date {
  return new Date(seconds * 1000);
}
