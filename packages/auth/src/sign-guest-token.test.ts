import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { createTestAuth, EXPIRES_AT, GUEST, NOW, NOW_SECONDS, ROOM } from './testing/test-auth.ts';

describe('signRoomBrowseToken', () => {
  it('signs a token for seven days that names property and room only', async () => {
    const auth = createTestAuth({ randomId: () => 'id-9' });
    const issued = await auth.signRoomBrowseToken(ROOM);
    expect(decodeProtectedHeader(issued.token)).toEqual({ alg: 'HS256', kid: 'k1', typ: 'gudbro-guest+jwt' });
    expect(decodeJwt(issued.token)).toEqual({
      ...ROOM,
      accessTier: 'browse',
      iss: 'https://stays.example',
      aud: 'gudbro-stays',
      iat: NOW_SECONDS,
      nbf: NOW_SECONDS,
      exp: NOW_SECONDS + 604_800,
      jti: 'id-9',
    });
    expect(issued.expiresAt).toEqual(new Date('2026-11-28T12:00:00Z'));
  });

  it.each([
    ['a booking', { ...ROOM, bookingId: 'b-1' }],
    ['a guest session', { ...ROOM, sessionId: 's-1' }],
    ['a check-out date', { ...ROOM, checkoutDate: '2026-11-24' }],
    ['a phone', { ...ROOM, phoneId: 'd-1' }],
    ['a name', { ...ROOM, guestName: 'Sarah' }],
    ['no property', { ...ROOM, propertyId: '' }],
    ['an id with a line break', { ...ROOM, roomId: 'r\n1' }],
    ['an id of 129 characters', { ...ROOM, roomId: 'r'.repeat(129) }],
  ])('refuses a room with %s', async (_what, room) => {
    const signing = createTestAuth().signRoomBrowseToken(room);
    await expect(signing).rejects.toMatchObject({ name: 'GuestUsageError', code: 'invalid_claims' });
  });
});

describe('signGuestToken', () => {
  it.each([
    ['a booking', GUEST],
    ['a booking and the phone that proved it', { ...GUEST, phoneId: 'd-1' }],
    ['a guest session without a room', { propertyId: 'p-1', sessionId: 's-1' }],
    ['a booking beside an undefined session', { propertyId: 'p-1', bookingId: 'b-1', sessionId: undefined }],
  ])('signs for %s a token that verifies to the same session', async (_what, guest) => {
    const auth = createTestAuth();
    const issued = await auth.signGuestToken({ ...guest, expiresAt: EXPIRES_AT });
    expect(issued.expiresAt).toEqual(EXPIRES_AT);
    expect(await auth.verifyGuestToken(issued.token)).toEqual({ ok: true, session: issued.session });
    expect(issued.session).toMatchObject({ accessTier: 'full', isLegacy: false, issuedAt: NOW });
  });

  it('rounds expiresAt down to whole seconds', async () => {
    const expiresAt = new Date(EXPIRES_AT.getTime() + 999);
    const issued = await createTestAuth().signGuestToken({ ...GUEST, expiresAt });
    expect(issued.expiresAt).toEqual(EXPIRES_AT);
  });

  it('gives each token an id of its own', async () => {
    const auth = createTestAuth();
    const ids = await Promise.all(
      [1, 2, 3].map(async () => (await auth.signRoomBrowseToken(ROOM)).session.tokenId),
    );
    expect(new Set(ids).size).toBe(3);
  });

  // Untyped on purpose: these are what a caller without the types could pass.
  const misuses: [string, object][] = [
    ['both a booking and a session', { ...GUEST, sessionId: 's-1' }],
    ['neither a booking nor a session', ROOM],
    ['a date that does not exist', { ...GUEST, checkoutDate: '2026-02-30' }],
    ['a member nobody knows', { ...GUEST, email: 'a@example.com' }],
  ];
  it.each(misuses)('refuses a guest with %s', async (_what, guest) => {
    const { signGuestToken } = createTestAuth();
    const signing = Reflect.apply(signGuestToken, undefined, [{ ...guest, expiresAt: EXPIRES_AT }]);
    await expect(signing).rejects.toMatchObject({ name: 'GuestUsageError', code: 'invalid_claims' });
  });

  it.each([
    ['now', NOW],
    ['in the past', new Date(0)],
    ['beyond the longest life', new Date(NOW.getTime() + 400 * 86_400_000 + 1000)],
    ['no date at all', new Date(Number.NaN)],
  ])('refuses an end that is %s', async (_what, expiresAt) => {
    const signing = createTestAuth().signGuestToken({ ...GUEST, expiresAt });
    await expect(signing).rejects.toMatchObject({ name: 'GuestUsageError', code: 'invalid_expiry' });
  });
});
