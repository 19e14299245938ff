import { describe, expect, it } from 'vitest';
import { createGuestVerifier } from './create-guest-verifier.ts';
import {
  AUDIENCE,
  createTestAuth,
  createTestClock,
  EXPIRES_AT,
  GUEST,
  ISSUER,
  NOW,
  NOW_SECONDS,
  ROOM,
} from './testing/test-auth.ts';
import { createTokenCache, hashToken } from './token-cache.ts';
import type { TokenClaims } from './token-claims.ts';
import type { VerifiedToken } from './verify-guest-token.ts';

const claims: TokenClaims = {
  ...ROOM,
  accessTier: 'browse',
  iss: ISSUER,
  aud: AUDIENCE,
  iat: NOW_SECONDS,
  nbf: NOW_SECONDS,
  exp: NOW_SECONDS + 30,
  jti: 'id-1',
};
const token: VerifiedToken = { kind: 'current', claims };

function at(seconds: number): Date {
  return new Date(NOW.getTime() + seconds * 1000);
}

describe('createTokenCache', () => {
  it('returns no entry at or after the exp of its token', () => {
    const cache = createTokenCache({ maxEntries: 9, maxAgeSeconds: 60 });
    cache.set('a', token, NOW);
    expect(cache.get('a', at(29.999))).toBe(token);
    expect(cache.get('a', at(30))).toBeUndefined();
    expect(cache.get('a', NOW)).toBeUndefined();
  });

  it('returns no entry beyond maxAgeSeconds, nor before it was made', () => {
    const cache = createTokenCache({ maxEntries: 9, maxAgeSeconds: 10 });
    cache.set('a', token, NOW);
    expect(cache.get('a', at(10))).toBeUndefined();
    cache.set('a', token, NOW);
    expect(cache.get('a', at(-1))).toBeUndefined();
  });

  it('stores no token that has ended', () => {
    const cache = createTokenCache({ maxEntries: 9, maxAgeSeconds: 60 });
    cache.set('a', token, at(31));
    expect(cache.get('a', at(31))).toBeUndefined();
  });

  it('removes the least recently used entry when it is full', () => {
    const cache = createTokenCache({ maxEntries: 2, maxAgeSeconds: 60 });
    cache.set('a', token, NOW);
    cache.set('b', token, NOW);
    cache.get('a', NOW);
    cache.set('c', token, NOW);
    expect(['a', 'b', 'c'].map((hash) => cache.get(hash, NOW) !== undefined)).toEqual([true, false, true]);
  });
});

describe('hashToken', () => {
  it('gives the SHA-256 of the text in base64url', async () => {
    expect(await hashToken('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });
});

describe('a verifier with a cache', () => {
  async function createCountingVerifier(cache: false | { maxAgeSeconds: number }) {
    const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    if (!('publicKey' in pair)) throw new Error('Ed25519 makes a pair');
    const jwk = await crypto.subtle.exportKey('jwk', pair.privateKey);
    const issuer = createTestAuth({
      keys: [
        { kid: 'a', alg: 'EdDSA', jwk: { kty: 'OKP', crv: 'Ed25519', x: String(jwk.x), d: String(jwk.d) } },
      ],
    });
    const clock = createTestClock();
    let lookups = 0;
    const jwks = async () => {
      lookups += 1;
      return pair.publicKey;
    };
    const verifier = createGuestVerifier({
      issuer: ISSUER,
      audience: AUDIENCE,
      clock: clock.now,
      cache,
      jwks,
    });
    const { token } = await issuer.signGuestToken({ ...GUEST, expiresAt: EXPIRES_AT });
    return { clock, token, ...verifier, countLookups: () => lookups };
  }

  it('verifies a token once, and again when its entry is too old', async () => {
    const { verifyGuestToken, token, clock, countLookups } = await createCountingVerifier({
      maxAgeSeconds: 10,
    });
    const results = [await verifyGuestToken(token), await verifyGuestToken(token)];
    expect(results[0]).toEqual(results[1]);
    expect(countLookups()).toBe(1);
    clock.advanceSeconds(10);
    await verifyGuestToken(token);
    expect(countLookups()).toBe(2);
  });

  it('verifies a token every time when the cache is off', async () => {
    const { verifyGuestToken, token, countLookups } = await createCountingVerifier(false);
    await verifyGuestToken(token);
    await verifyGuestToken(token);
    expect(countLookups()).toBe(2);
  });

  it('verifies a refused token again, since only accepted ones are cached', async () => {
    const { verifyGuestToken, token, clock, countLookups } = await createCountingVerifier({
      maxAgeSeconds: 10,
    });
    clock.advanceSeconds(-60);
    expect(await verifyGuestToken(token)).toEqual({ ok: false, reason: 'not_yet_valid' });
    clock.advanceSeconds(60);
    expect((await verifyGuestToken(token)).ok).toBe(true);
    expect(countLookups()).toBe(2);
  });

  it('refuses a cached token once the clock has passed its end', async () => {
    const { verifyGuestToken, token, clock } = await createCountingVerifier({ maxAgeSeconds: 3600 });
    clock.set(new Date(EXPIRES_AT.getTime() - 1000));
    expect((await verifyGuestToken(token)).ok).toBe(true);
    clock.set(new Date(EXPIRES_AT.getTime() + 5000));
    expect(await verifyGuestToken(token)).toEqual({ ok: false, reason: 'expired' });
  });

  it('returns a new session object each time, so that no caller changes the session of another', async () => {
    const { verifyGuestToken, token } = await createCountingVerifier({ maxAgeSeconds: 3600 });
    const first = await verifyGuestToken(token);
    if (first.ok) {
      first.session.propertyId = 'p-evil';
      first.session.expiresAt.setTime(0);
    }
    const second = await verifyGuestToken(token);
    expect(second).toMatchObject({ ok: true, session: { propertyId: 'p-1', expiresAt: EXPIRES_AT } });
  });
});
