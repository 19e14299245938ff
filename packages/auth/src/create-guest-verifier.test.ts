import { createRemoteJWKSet, customFetch, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createGuestVerifier } from './create-guest-verifier.ts';
import type { GuestVerifierOptions } from './guest-auth-options.ts';
import {
  AUDIENCE,
  createTestAuth,
  FULL_CLAIMS,
  ISSUER,
  NOW,
  ROOM,
  SECRET,
  signRaw,
} from './testing/test-auth.ts';

async function createIssuer(alg: 'EdDSA' | 'ES256') {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return createTestAuth({ keys: [{ kid: 'pair', alg, jwk: await exportJWK(privateKey) }] });
}

function createVerifier(jwks: GuestVerifierOptions['jwks']) {
  return createGuestVerifier({ issuer: ISSUER, audience: AUDIENCE, clock: () => NOW, cache: false, jwks });
}

function createRemote(respond: () => Response) {
  return createRemoteJWKSet(new URL('https://stays.example/.well-known/jwks.json'), {
    [customFetch]: async () => respond(),
  });
}

describe('createGuestVerifier', () => {
  it.each(['EdDSA', 'ES256'] as const)('verifies %s tokens with a published key set', async (alg) => {
    const issuer = await createIssuer(alg);
    const { token, session } = await issuer.signRoomBrowseToken(ROOM);
    const local = createVerifier(issuer.toJwks());
    const remote = createVerifier(createRemote(() => Response.json(issuer.toJwks())));
    expect(await local.verifyGuestToken(token)).toEqual({ ok: true, session });
    expect(await remote.verifyGuestToken(token)).toEqual({ ok: true, session });
    await expect(Promise.all([local.ready(), remote.ready()])).resolves.toHaveLength(2);
  });

  it('gives a verifier nothing to issue tokens with', async () => {
    const verifier = createVerifier((await createIssuer('EdDSA')).toJwks());
    expect(Object.keys(verifier).toSorted()).toEqual(['authenticateGuest', 'ready', 'verifyGuestToken']);
  });

  it('does not accept a public key as a shared secret', async () => {
    const issuer = await createIssuer('EdDSA');
    const jwks = issuer.toJwks();
    const secrets = [String(jwks.keys[0]?.x), JSON.stringify(jwks.keys[0]), JSON.stringify(jwks)];
    for (const secret of secrets) {
      const token = await signRaw(FULL_CLAIMS, { kid: 'pair' }, secret);
      for (const published of [jwks, createRemote(() => Response.json(jwks))]) {
        expect(await createVerifier(published).verifyGuestToken(token)).toEqual({
          ok: false,
          reason: 'algorithm',
        });
      }
    }
  });

  it('uses no shared secret from a remote key set', async () => {
    const jwks = {
      keys: [{ kty: 'oct', kid: 'k1', alg: 'HS256', k: Buffer.from(SECRET).toString('base64url') }],
    };
    const verifier = createVerifier(createRemote(() => Response.json(jwks)));
    expect(await verifier.verifyGuestToken(await signRaw(FULL_CLAIMS))).toEqual({
      ok: false,
      reason: 'algorithm',
    });
  });

  it('refuses a token that another issuer signed', async () => {
    const [ours, theirs] = [await createIssuer('EdDSA'), await createIssuer('EdDSA')];
    const { token } = await theirs.signRoomBrowseToken(ROOM);
    const renamed = { keys: ours.toJwks().keys.map((key) => ({ ...key, kid: 'other' })) };
    for (const jwks of [renamed, createRemote(() => Response.json(renamed))]) {
      expect(await createVerifier(jwks).verifyGuestToken(token)).toEqual({
        ok: false,
        reason: 'unknown_key',
      });
    }
    expect(await createVerifier(ours.toJwks()).verifyGuestToken(token)).toEqual({
      ok: false,
      reason: 'signature',
    });
  });

  it.each([
    ['is away', () => new Response(null, { status: 500 })],
    ['answers nonsense', () => new Response('<html>')],
    ['answers no key set', () => Response.json({ hello: 'world' })],
  ])(
    'throws KeysUnavailableError instead of refusing the guest when the key server %s',
    async (_what, respond) => {
      const { token } = await (await createIssuer('EdDSA')).signRoomBrowseToken(ROOM);
      const verifying = createVerifier(createRemote(respond)).verifyGuestToken(token);
      await expect(verifying).rejects.toMatchObject({ code: 'keys_unavailable', status: 503 });
    },
  );

  it.each([
    ['is away', () => new Response(null, { status: 500 })],
    ['answers nonsense', () => new Response('<html>')],
  ])('is not ready while the key server %s', async (_what, respond) => {
    await expect(createVerifier(createRemote(respond)).ready()).rejects.toMatchObject({
      code: 'keys_unavailable',
    });
  });

  it('is ready once the key server answers, after one fetch that the first token does not repeat', async () => {
    const issuer = await createIssuer('EdDSA');
    let fetches = 0;
    const verifier = createVerifier(
      createRemote(() => {
        fetches += 1;
        return Response.json(issuer.toJwks());
      }),
    );
    await verifier.ready();
    expect((await verifier.verifyGuestToken((await issuer.signRoomBrowseToken(ROOM)).token)).ok).toBe(true);
    expect(fetches).toBe(1);
  });

  it('is ready with a resolver that has one key and ignores the header', async () => {
    const { publicKey } = await generateKeyPair('ES256');
    await expect(createVerifier(async () => publicKey).ready()).resolves.toBeUndefined();
  });

  it('refuses a resolver that hands out secrets or keys of another kind', async () => {
    const { token } = await (await createIssuer('EdDSA')).signRoomBrowseToken(ROOM);
    const { publicKey } = await generateKeyPair('ES256');
    const { privateKey } = await generateKeyPair('EdDSA');
    for (const key of [new Uint8Array(32), publicKey, privateKey]) {
      const verifying = createVerifier(async () => key).verifyGuestToken(token);
      await expect(verifying).rejects.toMatchObject({ code: 'invalid_key', option: 'jwks' });
    }
  });

  it('refuses key sets that are empty, private, without kid, or of a kind it does not know', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(privateKey);
    const { d: _d, ...half } = jwk;
    const sets = [
      { keys: [] },
      { keys: [{ ...jwk, kid: 'a' }] },
      { keys: [half] },
      { keys: [{ kty: 'RSA', kid: 'a' }] },
    ];
    for (const jwks of sets) {
      expect(() => createVerifier(jwks)).toThrow(expect.objectContaining({ name: 'GuestConfigError' }));
    }
    const twice = {
      keys: [
        { ...half, kid: 'a' },
        { ...half, kid: 'a' },
      ],
    };
    expect(() => createVerifier(twice)).toThrow(expect.objectContaining({ code: 'duplicate_kid' }));
  });

  it('accepts a token that jose alone signed with the published pair', async () => {
    const { privateKey, publicKey } = await generateKeyPair('Ed25519', { extractable: true });
    const token = await new SignJWT(FULL_CLAIMS)
      .setProtectedHeader({ alg: 'EdDSA', kid: 'x', typ: 'gudbro-guest+jwt' })
      .sign(privateKey);
    const verifier = createVerifier({ keys: [{ ...(await exportJWK(publicKey)), kid: 'x' }] });
    expect((await verifier.verifyGuestToken(token)).ok).toBe(true);
  });
});
