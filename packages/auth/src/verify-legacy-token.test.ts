import { type JWTPayload, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import {
  createTestAuth,
  createTestClock,
  FULL_CLAIMS,
  NOW_SECONDS,
  OTHER_SECRET,
  SECRET,
  without,
} from './testing/test-auth.ts';

const CLAIMS: JWTPayload = {
  bookingId: 'b-7',
  propertyId: 'p-1',
  checkoutDate: '2026-11-24',
  iat: NOW_SECONDS - 86_400,
  exp: NOW_SECONDS + 3 * 86_400,
};
const legacy = { secret: OTHER_SECRET, acceptUntil: '2026-11-30' };

function signLegacy(claims: JWTPayload = CLAIMS, header: object = {}, secret = OTHER_SECRET) {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', ...header })
    .sign(new TextEncoder().encode(secret));
}

describe('verifyGuestToken and tokens of the earlier system', () => {
  it('accepts them as full where the app names their secret and a last day', async () => {
    const result = await createTestAuth({ legacy }).verifyGuestToken(await signLegacy());
    expect(result).toEqual({
      ok: true,
      session: {
        accessTier: 'full',
        propertyId: 'p-1',
        bookingId: 'b-7',
        checkoutDate: '2026-11-24',
        tokenId: null,
        issuedAt: new Date('2026-11-20T12:00:00Z'),
        expiresAt: new Date('2026-11-24T12:00:00Z'),
        isLegacy: true,
      },
    });
  });

  it('refuses them where the app names no secret for them', async () => {
    expect(await createTestAuth().verifyGuestToken(await signLegacy())).toEqual({
      ok: false,
      reason: 'wrong_type',
    });
  });

  it('refuses them from the end of the last day on, cached or not', async () => {
    const clock = createTestClock(new Date('2026-11-30T23:59:59Z'));
    const auth = createTestAuth({ legacy, clock: clock.now });
    const token = await signLegacy({ ...CLAIMS, exp: NOW_SECONDS + 100 * 86_400 });
    const before = await auth.verifyGuestToken(token);
    expect(before).toMatchObject({ ok: true, session: { expiresAt: new Date('2026-12-01T00:00:00Z') } });
    clock.set(new Date('2026-12-01T00:00:00Z'));
    expect(await auth.verifyGuestToken(token)).toEqual({ ok: false, reason: 'legacy_ended' });
  });

  const refused: [string, () => Promise<string>, string][] = [
    ['signed with the new secret', () => signLegacy(CLAIMS, {}, SECRET), 'signature'],
    ['with a tier', () => signLegacy({ ...CLAIMS, accessTier: 'full' }), 'claims'],
    ['with an issuer', () => signLegacy({ ...CLAIMS, iss: 'x' }), 'claims'],
    ['with an audience', () => signLegacy({ ...CLAIMS, aud: 'x' }), 'claims'],
    ['with a role', () => signLegacy({ ...CLAIMS, role: 'anon' }), 'claims'],
    ['without a booking', () => signLegacy(without(CLAIMS, 'bookingId')), 'claims'],
    ['without an end', () => signLegacy(without(CLAIMS, 'exp')), 'claims'],
    ['that has ended', () => signLegacy({ ...CLAIMS, exp: NOW_SECONDS - 60 }), 'expired'],
    ['from the future', () => signLegacy({ ...CLAIMS, iat: NOW_SECONDS + 60 }), 'not_yet_valid'],
    ['with a typ', () => signLegacy(CLAIMS, { typ: 'JWT' }), 'wrong_type'],
    ['with a kid', () => signLegacy(CLAIMS, { kid: 'k1' }), 'wrong_type'],
    [
      'of another algorithm',
      () => signLegacy(CLAIMS, { alg: 'HS384' }, OTHER_SECRET.repeat(2)),
      'wrong_type',
    ],
    ['of the new form', () => signLegacy(FULL_CLAIMS), 'claims'],
  ];
  it.each(refused)('refuses one %s', async (_what, sign, reason) => {
    const result = await createTestAuth({ legacy }).verifyGuestToken(await sign());
    expect(result).toEqual({ ok: false, reason });
  });

  it('refuses a token of the new form that is signed with their secret', async () => {
    const header = { kid: 'k1', typ: 'gudbro-guest+jwt' };
    const result = await createTestAuth({ legacy }).verifyGuestToken(await signLegacy(FULL_CLAIMS, header));
    expect(result).toEqual({ ok: false, reason: 'signature' });
  });

  it.each([
    ['a short secret', { secret: 'short', acceptUntil: '2026-11-30' }, 'weak_secret', 'legacy.secret'],
    ['no last day', { secret: OTHER_SECRET, acceptUntil: '' }, 'invalid_option', 'legacy.acceptUntil'],
    [
      'a day that does not exist',
      { ...legacy, acceptUntil: '2026-11-31' },
      'invalid_option',
      'legacy.acceptUntil',
    ],
  ])('createGuestAuth refuses legacy options with %s', (_what, broken, code, option) => {
    expect(() => createTestAuth({ legacy: broken })).toThrow(expect.objectContaining({ code, option }));
  });
});
