import { readExactly } from './read-exactly.ts';
import { isIntegerIn, isIsoDate, isOneOf, isString, isVisibleAscii } from './value-guards.ts';

const isId = isVisibleAscii(128);
const isSeconds = isIntegerIn(0, Number.MAX_SAFE_INTEGER);

const room = { propertyId: isId, roomId: isId, roomCode: isId };
const guest = { propertyId: isId };
const guestDetails = { roomId: isId, roomCode: isId, checkoutDate: isIsoDate, phoneId: isId };
const registered = {
  iss: isString,
  aud: isString,
  iat: isSeconds,
  nbf: isSeconds,
  exp: isSeconds,
  jti: isId,
};
const browse = { accessTier: isOneOf('browse'), ...registered };
const full = { accessTier: isOneOf('full'), ...registered };

/** What the signing of a browse token takes: property, room and room code. */
export function readBrowseRoom(value: unknown) {
  return readExactly(value, room);
}

/** What the signing of a full token takes: a booking or a guest session, never both, never none. */
export function readFullGuest(value: unknown) {
  return (
    readExactly(value, { ...guest, bookingId: isId }, guestDetails) ??
    readExactly(value, { ...guest, sessionId: isId }, guestDetails)
  );
}

/** All that a token of this system may hold. */
export function readTokenClaims(value: unknown) {
  return (
    readExactly(value, { ...browse, ...room }) ??
    readExactly(value, { ...full, ...guest, bookingId: isId }, guestDetails) ??
    readExactly(value, { ...full, ...guest, sessionId: isId }, guestDetails)
  );
}

/** All that a token of the earlier system held. */
export function readLegacyClaims(value: unknown) {
  const required = { propertyId: isId, bookingId: isId, checkoutDate: isIsoDate, exp: isSeconds };
  return readExactly(value, required, { iat: isSeconds, nbf: isSeconds, jti: isId });
}

export type TokenClaims = NonNullable<ReturnType<typeof readTokenClaims>>;
export type LegacyClaims = NonNullable<ReturnType<typeof readLegacyClaims>>;
