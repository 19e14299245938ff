import fc from 'fast-check';
import {
  type CryptoKey,
  decodeJwt,
  decodeProtectedHeader,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  jwtVerify,
  SignJWT,
} from 'jose';
import { expect, it } from 'vitest';
import { mutation } from './testing/mutate-token.ts';
import {
  AUDIENCE,
  createTestAuth,
  EXPIRES_AT,
  GUEST,
  ISSUER,
  NOW,
  NOW_SECONDS,
  OTHER_SECRET,
  ROOM,
  SECRET,
} from './testing/test-auth.ts';

const LEGACY_SECRET = 'the-secret-of-the-earlier-system-for-tests';
const encoder = new TextEncoder();
const ed = await generateKeyPair('EdDSA', { extractable: true });
const es = await generateKeyPair('ES256', { extractable: true });
const keys = [
  { kid: 'hs', secret: SECRET },
  { kid: 'ed', alg: 'EdDSA' as const, jwk: await exportJWK(ed.privateKey) },
  { kid: 'es', alg: 'ES256' as const, jwk: await exportJWK(es.privateKey) },
] as const;
const legacy = { secret: LEGACY_SECRET, acceptUntil: '2026-12-31' };
const auth = createTestAuth({ keys: [...keys], legacy });

const legacyToken = await new SignJWT({ propertyId: 'p-1', bookingId: 'b-7', checkoutDate: '2026-11-24' })
  .setProtectedHeader({ alg: 'HS256' })
  .setExpirationTime(NOW_SECONDS + 86_400)
  .sign(encoder.encode(LEGACY_SECRET));
const issued = await Promise.all(
  keys.flatMap((key) => {
    const issuer = createTestAuth({ keys: [key] });
    return [issuer.signRoomBrowseToken(ROOM), issuer.signGuestToken({ ...GUEST, expiresAt: EXPIRES_AT })];
  }),
);
const tokens = [...issued.map(({ token }) => token), legacyToken];

const pins: Record<string, { key: CryptoKey | Uint8Array; alg: string }> = {
  hs: { key: encoder.encode(SECRET), alg: 'HS256' },
  ed: { key: ed.publicKey, alg: 'EdDSA' },
  es: { key: es.publicKey, alg: 'ES256' },
};

/** jose alone, with the same pins: the judge of what is valid. */
async function isValidToJose(token: string): Promise<boolean> {
  const times = { currentDate: NOW, clockTolerance: 5 };
  try {
    const header = decodeProtectedHeader(token);
    if (header.typ === undefined) {
      await jwtVerify(token, encoder.encode(LEGACY_SECRET), {
        ...times,
        algorithms: ['HS256'],
        requiredClaims: ['exp'],
      });
      return true;
    }
    const pin = Object.hasOwn(pins, String(header['kid'])) ? pins[String(header['kid'])] : undefined;
    if (!pin) return false;
    await jwtVerify(token, pin.key, {
      ...times,
      algorithms: [pin.alg],
      typ: 'gudbro-guest+jwt',
      issuer: ISSUER,
      audience: AUDIENCE,
      requiredClaims: ['iat', 'nbf', 'exp', 'jti'],
    });
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

const pickToken = fc.constantFrom(...tokens);

it('accepts every token before it is mutated, as jose does', async () => {
  for (const token of tokens) {
    expect(await isValidToJose(token)).toBe(true);
    expect((await auth.verifyGuestToken(token)).ok).toBe(true);
  }
});

it('accepts none of 30 000 mutated tokens, not even those jose itself still takes', async () => {
  const seen = { mutated: 0, validToJose: 0 };
  await fc.assert(
    fc.asyncProperty(
      pickToken,
      pickToken,
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      async (token, other, steps) => {
        const mutated = steps.reduce((text, mutate) => mutateSafely(mutate, text, other), token);
        // Parts put back together, or a change that changes nothing.
        if (tokens.includes(mutated)) return;
        seen.mutated += 1;
        const [{ ok }, isValid] = [await auth.verifyGuestToken(mutated), await isValidToJose(mutated)];
        if (isValid) seen.validToJose += 1;
        expect(ok && !isValid, 'accepted what jose refuses').toBe(false);
        expect(ok, 'accepted a second spelling').toBe(false);
      },
    ),
    { numRuns: 36_000 },
  );
  expect(seen.mutated).toBeGreaterThan(30_000);
  // The mutations do reach the tokens that only a stricter reader refuses.
  expect(seen.validToJose).toBeGreaterThan(0);
});

it('accepts no token signed again with a key that is at hand', async () => {
  const stranger = await generateKeyPair('EdDSA');
  const spki = await exportSPKI(ed.publicKey);
  const publicTexts = [
    spki,
    JSON.stringify(await exportJWK(ed.publicKey)),
    JSON.stringify(auth.toJwks()),
    OTHER_SECRET,
  ];
  const forgingKeys: [string, CryptoKey | Uint8Array][] = [
    ...publicTexts.map((text): [string, Uint8Array] => ['HS256', encoder.encode(text)]),
    ['HS256', Buffer.from(String(auth.toJwks().keys[0]?.x), 'base64url')],
    ['HS256', encoder.encode(LEGACY_SECRET)],
    ['EdDSA', stranger.privateKey],
    ['EdDSA', ed.privateKey],
    ['ES256', es.privateKey],
  ];
  for (const [alg, key] of forgingKeys) {
    for (const token of tokens) {
      for (const kid of ['hs', 'ed', 'es', 'legacy']) {
        const forged = await new SignJWT(decodeJwt(token))
          .setProtectedHeader({ alg, kid, typ: 'gudbro-guest+jwt' })
          .sign(key);
        const isOurs = (kid === 'ed' && key === ed.privateKey) || (kid === 'es' && key === es.privateKey);
        const hasOurClaims = token !== legacyToken;
        expect((await auth.verifyGuestToken(forged)).ok).toBe(isOurs && hasOurClaims);
      }
    }
  }
});

// A later step may find no JSON left to change; then the text stays as the earlier steps made it.
function mutateSafely(
  mutate: (token: string, other: string) => string,
  token: string,
  other: string,
): string {
  if (token === '') return token;
  try {
    return mutate(token, other);
  } catch (error) {
    if (error instanceof SyntaxError) return token;
    throw error;
  }
}
