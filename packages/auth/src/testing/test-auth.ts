import { type JWTPayload, SignJWT } from 'jose';
import { createGuestAuth } from '../create-guest-auth.ts';
import type { GuestAuthOptions } from '../guest-auth-options.ts';
import { TOKEN_TYPE } from '../token-rules.ts';

export const SECRET = 'a-secret-for-tests-of-32-bytes-or-more';
export const OTHER_SECRET = 'another-secret-for-tests-of-the-same-kind';
export const ISSUER = 'https://stays.example';
export const AUDIENCE = 'gudbro-stays';
export const NOW = new Date('2026-11-21T12:00:00Z');
export const NOW_SECONDS = NOW.getTime() / 1000;
export const ROOM = { propertyId: 'p-1', roomId: 'r-203', roomCode: 'RM-SUNSET22' };
export const GUEST = { ...ROOM, bookingId: 'b-1', checkoutDate: '2026-11-24' };
export const EXPIRES_AT = new Date('2026-11-24T17:00:00Z');

/** A clock a test can set. */
export function createTestClock(start = NOW) {
  let now = start;
  return {
    now: () => now,
    set: (date: Date) => {
      now = date;
    },
    advanceSeconds: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
  };
}

/** One HS256 key and a clock that stands still, unless told otherwise. */
export function createTestAuth(overrides: Partial<GuestAuthOptions> = {}) {
  return createGuestAuth({
    issuer: ISSUER,
    audience: AUDIENCE,
    keys: [{ kid: 'k1', secret: SECRET }],
    clock: () => NOW,
    ...overrides,
  });
}

/** The claims of a valid browse token, to be bent. */
export const BROWSE_CLAIMS: JWTPayload = {
  ...ROOM,
  accessTier: 'browse',
  iss: ISSUER,
  aud: AUDIENCE,
  iat: NOW_SECONDS,
  nbf: NOW_SECONDS,
  exp: NOW_SECONDS + 3600,
  jti: 'id-1',
};

/** The claims of a valid full token, to be bent. */
export const FULL_CLAIMS: JWTPayload = { ...BROWSE_CLAIMS, accessTier: 'full', bookingId: 'b-1' };

/** Signs anything with jose itself; by default exactly what this package would. */
export function signRaw(
  claims: JWTPayload,
  header: Record<string, unknown> = {},
  secret: string = SECRET,
): Promise<string> {
  const { alg = 'HS256', ...rest } = { kid: 'k1', typ: TOKEN_TYPE, ...header };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: String(alg), ...rest })
    .sign(new TextEncoder().encode(secret));
}

/** A copy without one member. */
export function without(claims: JWTPayload, name: string): JWTPayload {
  return Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
}

/** Encodes a part of a token by hand, for what jose refuses to make. */
export function encodePart(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
