import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { createGuestAuth } from './create-guest-auth.ts';
import type { AsymmetricKey } from './guest-auth-options.ts';
import {
  AUDIENCE,
  createTestAuth,
  EXPIRES_AT,
  GUEST,
  ISSUER,
  OTHER_SECRET,
  ROOM,
  SECRET,
} from './testing/test-auth.ts';

async function createPair(alg: 'EdDSA' | 'ES256', kid: string): Promise<AsymmetricKey> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, jwk: await exportJWK(privateKey) };
}

const oldKey = { kid: 'old', secret: SECRET };
const newKey = { kid: 'new', secret: OTHER_SECRET };

describe('key rotation', () => {
  it('verifies with every key and signs with the first', async () => {
    const { token } = await createTestAuth({ keys: [oldKey] }).signRoomBrowseToken(ROOM);
    const rotated = createTestAuth({ keys: [newKey, oldKey] });
    expect((await rotated.verifyGuestToken(token)).ok).toBe(true);
    const fresh = await rotated.signRoomBrowseToken(ROOM);
    expect(await createTestAuth({ keys: [oldKey] }).verifyGuestToken(fresh.token)).toEqual({
      ok: false,
      reason: 'unknown_key',
    });
  });

  it('refuses tokens of a key that was removed', async () => {
    const { token } = await createTestAuth({ keys: [oldKey] }).signRoomBrowseToken(ROOM);
    const result = await createTestAuth({ keys: [newKey] }).verifyGuestToken(token);
    expect(result).toEqual({ ok: false, reason: 'unknown_key' });
  });

  it('accepts the tokens of a shared secret and of two key pairs side by side', async () => {
    const ed = await createPair('EdDSA', 'ed');
    const es = await createPair('ES256', 'es');
    const tokens = await Promise.all(
      [oldKey, ed, es].map((key) =>
        createTestAuth({ keys: [key] }).signGuestToken({ ...GUEST, expiresAt: EXPIRES_AT }),
      ),
    );
    const all = createTestAuth({ keys: [es, ed, oldKey] });
    for (const { token } of tokens) expect((await all.verifyGuestToken(token)).ok).toBe(true);
  });
});

describe('toJwks', () => {
  it('publishes public halves only, and no shared secret', async () => {
    const ed = await createPair('EdDSA', 'ed');
    const es = await createPair('ES256', 'es');
    const auth = createTestAuth({ keys: [ed, es, oldKey] });
    expect(auth.toJwks()).toEqual({
      keys: [
        { kty: 'OKP', crv: 'Ed25519', x: ed.jwk.x, kid: 'ed', alg: 'EdDSA', use: 'sig' },
        { kty: 'EC', crv: 'P-256', x: es.jwk.x, y: es.jwk.y, kid: 'es', alg: 'ES256', use: 'sig' },
      ],
    });
  });

  it('returns copies, so that a caller cannot change the published keys', async () => {
    const auth = createTestAuth({ keys: [await createPair('EdDSA', 'ed')] });
    const before = auth.toJwks();
    for (const key of auth.toJwks().keys) key.x = 'changed';
    expect(auth.toJwks()).toEqual(before);
  });
});

describe('createGuestAuth', () => {
  const pem = '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n';
  const jwkText = '{"kty":"OKP","crv":"Ed25519","x":"GkDm2_rO0wGjgkpQuQZJAPHaDUFYOBhRvRAQ1RUoQkE"}';
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: 'GkDm2_rO0wGjgkpQuQZJAPHaDUFYOBhRvRAQ1RUoQkE' };

  // Untyped on purpose: most of these come from an environment, where the types do not reach.
  const broken: [string, object, string, string][] = [
    ['no issuer', { issuer: '' }, 'invalid_option', 'issuer'],
    ['no audience', { audience: undefined }, 'invalid_option', 'audience'],
    ['an option nobody knows', { audiance: 'x' }, 'invalid_option', 'options'],
    ['no keys', { keys: [] }, 'invalid_option', 'keys'],
    ['keys that are no list', { keys: SECRET }, 'invalid_option', 'keys'],
    ['a key that is nothing', { keys: [null] }, 'invalid_option', 'keys[0]'],
    ['a key without kid', { keys: [{ secret: SECRET }] }, 'invalid_option', 'keys[0].kid'],
    ['a missing secret', { keys: [{ kid: 'a', secret: undefined }] }, 'invalid_option', 'keys[0].secret'],
    ['a key without any material', { keys: [{ kid: 'a' }] }, 'invalid_option', 'keys[0]'],
    [
      'a secret of 31 bytes',
      { keys: [{ kid: 'a', secret: 'x'.repeat(31) }] },
      'weak_secret',
      'keys[0].secret',
    ],
    ['an empty secret', { keys: [{ kid: 'a', secret: '' }] }, 'weak_secret', 'keys[0].secret'],
    ['a weak second secret', { keys: [oldKey, { kid: 'a', secret: 'x' }] }, 'weak_secret', 'keys[1].secret'],
    ['a PEM as secret', { keys: [{ kid: 'a', secret: pem }] }, 'key_as_secret', 'keys[0].secret'],
    ['a JWK as secret', { keys: [{ kid: 'a', secret: jwkText }] }, 'key_as_secret', 'keys[0].secret'],
    [
      'a secret for EdDSA',
      { keys: [{ kid: 'a', alg: 'EdDSA', secret: SECRET }] },
      'invalid_option',
      'keys[0].alg',
    ],
    ['a key pair for HS256', { keys: [{ kid: 'a', alg: 'HS256', jwk }] }, 'invalid_option', 'keys[0].alg'],
    [
      'a key pair for the wrong curve',
      { keys: [{ kid: 'a', alg: 'ES256', jwk }] },
      'invalid_option',
      'keys[0].alg',
    ],
    [
      'a secret as JWK',
      { keys: [{ kid: 'a', alg: 'HS256', jwk: { kty: 'oct', k: 'AA' } }] },
      'invalid_key',
      'keys[0].jwk',
    ],
    [
      'a JWK of another kid',
      { keys: [{ kid: 'a', alg: 'EdDSA', jwk: { ...jwk, kid: 'b' } }] },
      'invalid_key',
      'keys[0].jwk',
    ],
    [
      'a public key to sign with',
      { keys: [{ kid: 'a', alg: 'EdDSA', jwk }] },
      'signing_key_not_private',
      'keys[0]',
    ],
    ['one kid twice', { keys: [oldKey, { kid: 'old', secret: OTHER_SECRET }] }, 'duplicate_kid', 'keys'],
    ['a clock that is no function', { clock: new Date() }, 'invalid_option', 'clock'],
    ['a tolerance beyond a minute', { clockToleranceSeconds: 61 }, 'invalid_option', 'clockToleranceSeconds'],
    [
      'a life beyond 400 days',
      { maxFullLifetimeSeconds: 34_560_001 },
      'invalid_option',
      'maxFullLifetimeSeconds',
    ],
    ['a cache without bounds', { cache: { maxEntries: 0 } }, 'invalid_option', 'cache.maxEntries'],
    ['a cookie name with a space', { cookie: { name: 'a b' } }, 'invalid_option', 'cookie.name'],
    [
      'a __Host- cookie over http',
      { cookie: { name: '__Host-a', secure: false } },
      'invalid_option',
      'cookie',
    ],
    ['an id maker that is no function', { randomId: 'x' }, 'invalid_option', 'randomId'],
  ];
  it.each(broken)('refuses %s and names the place', (_what, options, code, option) => {
    const complete = { issuer: ISSUER, audience: AUDIENCE, keys: [oldKey], ...options };
    const create = () => Reflect.apply(createGuestAuth, undefined, [complete]);
    expect(create).toThrow(expect.objectContaining({ name: 'GuestConfigError', code, option }));
  });

  it('names a weak secret by its place and length, and does not show it', () => {
    const create = () => createTestAuth({ keys: [{ kid: 'a', secret: 'hunter2' }] });
    expect(create).toThrow(
      expect.objectContaining({ message: 'keys[0].secret: has 7 bytes, needs at least 32' }),
    );
  });

  it('copies a secret given as bytes, so that the caller may wipe them', async () => {
    const secret = new TextEncoder().encode(SECRET);
    const auth = createTestAuth({ keys: [{ kid: 'k1', secret }] });
    secret.fill(0);
    const { token } = await auth.signRoomBrowseToken(ROOM);
    expect((await createTestAuth().verifyGuestToken(token)).ok).toBe(true);
  });

  it('ready() resolves when all keys can be used', async () => {
    await expect(
      createTestAuth({ keys: [await createPair('ES256', 'a'), oldKey] }).ready(),
    ).resolves.toBeUndefined();
  });

  it('ready() rejects a private half beside the public half of another pair', async () => {
    const [one, two] = [await createPair('ES256', 'a'), await createPair('ES256', 'a')];
    const joined = { ...one, jwk: { ...one.jwk, x: String(two.jwk.x), y: String(two.jwk.y) } };
    await expect(createTestAuth({ keys: [joined] }).ready()).rejects.toMatchObject({ code: 'invalid_key' });
  });

  it('ready() rejects a public key that is no point of its curve', async () => {
    const { jwk: half } = await createPair('ES256', 'a');
    const off = { kid: 'b', alg: 'ES256' as const, jwk: { ...half, y: 'A'.repeat(43) } };
    await expect(createTestAuth({ keys: [oldKey, off] }).ready()).rejects.toMatchObject({
      code: 'invalid_key',
    });
  });

  it('formatCookie makes a cookie that scripts cannot read and that ends with the token', async () => {
    const auth = createTestAuth({ cookie: { name: '__Host-guest' } });
    const issued = await auth.signRoomBrowseToken(ROOM);
    expect(auth.formatCookie(issued)).toBe(
      `__Host-guest=${issued.token}; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure`,
    );
    expect(auth.formatClearedCookie()).toBe(
      '__Host-guest=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
    );
  });

  it('formatCookie leaves Secure out only when cookie.secure is false', () => {
    const auth = createTestAuth({ cookie: { secure: false } });
    expect(auth.formatClearedCookie()).toBe('gudbro_guest=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax');
  });
});
