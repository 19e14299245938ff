import { generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import {
  BROWSE_CLAIMS,
  createTestAuth,
  createTestClock,
  EXPIRES_AT,
  encodePart,
  FULL_CLAIMS,
  GUEST,
  NOW_SECONDS,
  OTHER_SECRET,
  ROOM,
  signRaw,
  without,
} from './testing/test-auth.ts';

const DAY = 86_400;

describe('verifyGuestToken', () => {
  it('accepts what this package would have signed, even when jose alone signed it', async () => {
    const { verifyGuestToken } = createTestAuth();
    expect((await verifyGuestToken(await signRaw(BROWSE_CLAIMS))).ok).toBe(true);
    expect((await verifyGuestToken(await signRaw(FULL_CLAIMS))).ok).toBe(true);
  });

  const refusedClaims: [string, JWTPayload, string][] = [
    ['another issuer', { ...FULL_CLAIMS, iss: 'https://evil.example' }, 'wrong_issuer'],
    ['no issuer', without(FULL_CLAIMS, 'iss'), 'wrong_issuer'],
    ['another audience', { ...FULL_CLAIMS, aud: 'other-app' }, 'wrong_audience'],
    ['no audience', without(FULL_CLAIMS, 'aud'), 'wrong_audience'],
    ['an audience among others', { ...FULL_CLAIMS, aud: ['gudbro-stays', 'other-app'] }, 'claims'],
    ['no exp', without(FULL_CLAIMS, 'exp'), 'claims'],
    ['no iat', without(FULL_CLAIMS, 'iat'), 'claims'],
    ['no nbf', without(FULL_CLAIMS, 'nbf'), 'claims'],
    ['no jti', without(FULL_CLAIMS, 'jti'), 'claims'],
    ['exp 5 s ago', { ...FULL_CLAIMS, iat: NOW_SECONDS - 60, exp: NOW_SECONDS - 5 }, 'expired'],
    ['nbf in 6 s', { ...FULL_CLAIMS, nbf: NOW_SECONDS + 6 }, 'not_yet_valid'],
    ['iat in 6 s', { ...FULL_CLAIMS, iat: NOW_SECONDS + 6 }, 'not_yet_valid'],
    [
      'an end that is not after iat',
      { ...FULL_CLAIMS, iat: NOW_SECONDS + 2, exp: NOW_SECONDS + 1 },
      'claims',
    ],
    ['a life beyond 400 days', { ...FULL_CLAIMS, exp: NOW_SECONDS + 400 * DAY + 1 }, 'claims'],
    ['a browse life beyond 7 days', { ...BROWSE_CLAIMS, exp: NOW_SECONDS + 7 * DAY + 1 }, 'claims'],
    ['a fractional exp', { ...FULL_CLAIMS, exp: NOW_SECONDS + 60.5 }, 'claims'],
    ['browse with a booking', { ...BROWSE_CLAIMS, bookingId: 'b-1' }, 'claims'],
    ['browse with a session', { ...BROWSE_CLAIMS, sessionId: 's-1' }, 'claims'],
    ['browse with a check-out date', { ...BROWSE_CLAIMS, checkoutDate: '2026-11-24' }, 'claims'],
    ['browse without a room', without(BROWSE_CLAIMS, 'roomId'), 'claims'],
    ['full for nobody', without(FULL_CLAIMS, 'bookingId'), 'claims'],
    ['full for two', { ...FULL_CLAIMS, sessionId: 's-1' }, 'claims'],
    ['no tier', without(FULL_CLAIMS, 'accessTier'), 'claims'],
    ['an unknown tier', { ...FULL_CLAIMS, accessTier: 'admin' }, 'claims'],
    ['a role beside ours', { ...FULL_CLAIMS, role: 'service_role' }, 'claims'],
    ['no property', without(FULL_CLAIMS, 'propertyId'), 'claims'],
    ['an id that is a number', { ...FULL_CLAIMS, bookingId: 7 }, 'claims'],
  ];
  it.each(refusedClaims)('refuses a rightly signed token with %s', async (_what, claims, reason) => {
    const token = await signRaw(claims);
    expect(await createTestAuth().verifyGuestToken(token)).toEqual({ ok: false, reason });
  });

  const refusedHeaders: [string, Record<string, unknown>, string][] = [
    ['no typ', { typ: undefined }, 'wrong_type'],
    ['the typ of any JWT', { typ: 'JWT' }, 'wrong_type'],
    ['the typ of an access token', { typ: 'at+jwt' }, 'wrong_type'],
    ['its typ spelt otherwise', { typ: 'GUDBRO-guest+jwt' }, 'wrong_type'],
    ['no kid', { kid: undefined }, 'wrong_type'],
    ['an unknown kid', { kid: 'k2' }, 'unknown_key'],
    ['a kid that is a number', { kid: 1 }, 'wrong_type'],
    ['a key of its own', { jwk: { kty: 'oct', k: 'AAAA' } }, 'wrong_type'],
    ['a key address of its own', { jku: 'https://evil.example/jwks.json' }, 'wrong_type'],
    ['HS512 with the right secret', { alg: 'HS512' }, 'algorithm'],
  ];
  it.each(refusedHeaders)('refuses a header with %s', async (_what, header, reason) => {
    const token = await signRaw(FULL_CLAIMS, header, `${'x'.repeat(64)}`);
    expect(
      await createTestAuth({ keys: [{ kid: 'k1', secret: 'x'.repeat(64) }] }).verifyGuestToken(token),
    ).toEqual({
      ok: false,
      reason,
    });
  });

  it('refuses a token with a critical extension in its header', async () => {
    const [, payload, signature] = (await signRaw(FULL_CLAIMS)).split('.');
    const header = encodePart({ alg: 'HS256', kid: 'k1', typ: 'gudbro-guest+jwt', crit: ['b64'], b64: true });
    const result = await createTestAuth().verifyGuestToken(`${header}.${payload}.${signature}`);
    expect(result).toEqual({ ok: false, reason: 'wrong_type' });
  });

  it('refuses a token without a signature, in every spelling of none', async () => {
    const { verifyGuestToken } = createTestAuth();
    expect(await verifyGuestToken(new UnsecuredJWT(FULL_CLAIMS).encode())).toMatchObject({ ok: false });
    for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
      const header = encodePart({ alg, kid: 'k1', typ: 'gudbro-guest+jwt' });
      const token = `${header}.${encodePart(FULL_CLAIMS)}`;
      expect(await verifyGuestToken(`${token}.`)).toEqual({ ok: false, reason: 'malformed' });
      expect(await verifyGuestToken(`${token}.AAAA`)).toEqual({ ok: false, reason: 'algorithm' });
    }
  });

  it('refuses a Supabase token signed with the very same secret', async () => {
    const claims = { role: 'guest_api', iss: 'supabase', iat: NOW_SECONDS, exp: NOW_SECONDS + 3600 };
    const { verifyGuestToken } = createTestAuth();
    const plain = await signRaw(claims, { kid: undefined, typ: 'JWT' });
    const disguised = await signRaw(claims);
    expect(await verifyGuestToken(plain)).toEqual({ ok: false, reason: 'wrong_type' });
    expect(await verifyGuestToken(disguised)).toMatchObject({ ok: false });
  });

  it('refuses a signature by another secret and by another kind of key', async () => {
    const { verifyGuestToken } = createTestAuth();
    expect(await verifyGuestToken(await signRaw(FULL_CLAIMS, {}, OTHER_SECRET))).toEqual({
      ok: false,
      reason: 'signature',
    });
    const { privateKey } = await generateKeyPair('EdDSA');
    const header = { alg: 'EdDSA', kid: 'k1', typ: 'gudbro-guest+jwt' };
    const token = await new SignJWT(FULL_CLAIMS).setProtectedHeader(header).sign(privateKey);
    expect(await verifyGuestToken(token)).toEqual({ ok: false, reason: 'algorithm' });
  });

  it.each(['', '.', '..', 'a.b', 'a.b.c', 'a.b.c.d', 'ä.ö.ü', ' a.b.c', 'null', `${'a'.repeat(5000)}.b.c`])(
    'refuses %j as malformed',
    async (token) => {
      expect(await createTestAuth().verifyGuestToken(token)).toEqual({ ok: false, reason: 'malformed' });
    },
  );

  it('refuses a valid token grown beyond the size cap before it is parsed', async () => {
    const token = await signRaw({ ...FULL_CLAIMS, filler: 'x'.repeat(4096) });
    expect(await createTestAuth().verifyGuestToken(token)).toEqual({ ok: false, reason: 'malformed' });
  });

  it('refuses a token that is not a string', async () => {
    const { verifyGuestToken } = createTestAuth();
    for (const value of [undefined, null, 1, {}, ['a.b.c']]) {
      expect(await Reflect.apply(verifyGuestToken, undefined, [value])).toEqual({
        ok: false,
        reason: 'malformed',
      });
    }
  });

  it('refuses the second spelling of a signature, which jose would take', async () => {
    const token = await signRaw(FULL_CLAIMS);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = token.slice(0, -1) + alphabet.charAt(alphabet.indexOf(token.slice(-1)) + 1);
    expect(await createTestAuth().verifyGuestToken(twin)).toEqual({ ok: false, reason: 'malformed' });
  });

  it('accepts a token until exp plus the tolerance, to the second', async () => {
    const clock = createTestClock();
    const auth = createTestAuth({ clock: clock.now, clockToleranceSeconds: 5 });
    const { token } = await auth.signGuestToken({ ...GUEST, expiresAt: EXPIRES_AT });
    clock.set(new Date(EXPIRES_AT.getTime() + 4999));
    expect((await auth.verifyGuestToken(token)).ok).toBe(true);
    clock.set(new Date(EXPIRES_AT.getTime() + 5000));
    expect(await auth.verifyGuestToken(token)).toEqual({ ok: false, reason: 'expired' });
  });

  it('accepts a token of an issuer whose clock is ahead by the tolerance, and no more', async () => {
    const clock = createTestClock();
    const auth = createTestAuth({ clock: clock.now });
    const { token } = await auth.signRoomBrowseToken(ROOM);
    clock.advanceSeconds(-5);
    expect((await auth.verifyGuestToken(token)).ok).toBe(true);
    clock.advanceSeconds(-1);
    expect(await auth.verifyGuestToken(token)).toEqual({ ok: false, reason: 'not_yet_valid' });
  });
});
