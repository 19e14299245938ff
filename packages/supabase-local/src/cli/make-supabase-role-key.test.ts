import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';

const entry = fileURLToPath(new URL('./make-supabase-role-key.ts', import.meta.url));
const secret = 'a JWT secret of forty characters, at least';

const run = (env: Record<string, string>, input = '', role = 'guest_api') =>
  spawnSync(process.execPath, [entry, role], {
    env: { PATH: process.env['PATH'], ...env },
    input,
    encoding: 'utf8',
  });

const yearsOf = ({ exp = 0, iat = 0 }) => (exp - iat) / (365 * 24 * 60 * 60);

describe('a project with a JWT secret', () => {
  it.each([
    { from: 'the environment', act: () => run({ SUPABASE_JWT_SECRET: secret }) },
    { from: 'standard input', act: () => run({}, `${secret}\n`) },
  ])('gets a key for guest_api signed with the secret from $from', async ({ act }) => {
    const { stdout, status } = act();
    expect(status).toBe(0);
    const { payload } = await jwtVerify(stdout.trim(), new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
    });
    expect(payload).toMatchObject({ role: 'guest_api', iss: 'supabase' });
    expect(yearsOf(payload)).toBe(10);
  });

  it.each(['backoffice_api', 'jobs_api'])('gets a key for %s where that role is named', async (role) => {
    const { stdout } = run({ SUPABASE_JWT_SECRET: secret }, '', role);
    const { payload } = await jwtVerify(stdout.trim(), new TextEncoder().encode(secret));
    expect(payload).toMatchObject({ role });
  });
});

describe('a project with signing keys', () => {
  /** As `supabase gen signing-key --algorithm ES256` prints it. */
  const jwk = {
    ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
    kid: 'dceaea0a-f15b-4434-913a-a7eeeb2dde34',
    use: 'sig',
    key_ops: ['sign', 'verify'],
    alg: 'ES256',
    ext: true,
  };
  const { d: _, key_ops: __, ...publicJwk } = jwk;

  it.each([
    { from: 'the environment', act: () => run({ SUPABASE_SIGNING_KEY: JSON.stringify(jwk) }) },
    { from: 'standard input', act: () => run({}, JSON.stringify(jwk)) },
  ])(
    'gets a key that its public keys verify, found by kid, signed with the key from $from',
    async ({ act }) => {
      const { stdout, status } = act();
      expect(status).toBe(0);
      const { payload, protectedHeader } = await jwtVerify(
        stdout.trim(),
        createLocalJWKSet({ keys: [publicJwk] }),
        { algorithms: ['ES256'] },
      );
      expect(protectedHeader).toEqual({ alg: 'ES256', kid: jwk.kid, typ: 'JWT' });
      expect(payload).toMatchObject({ role: 'guest_api', iss: 'supabase' });
      expect(yearsOf(payload)).toBe(10);
    },
  );

  it.each([
    ['without a kid', { ...jwk, kid: undefined }, 'has no kid'],
    ['of another kind', { ...jwk, kty: 'RSA' }, 'not an ES256 key'],
    ['without its private half', publicJwk, 'not a private one'],
    ['whose halves do not fit', { ...jwk, d: 'AAAA' }, 'is damaged'],
  ])('gets no key from a signing key %s, and the error has no part of it', (_what, damaged, says) => {
    const { stdout, stderr, status } = run({ SUPABASE_SIGNING_KEY: JSON.stringify(damaged) });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).not.toContain(jwk.d);
    expect(stderr).not.toContain(jwk.x);
  });

  it('gets no key from text that is cut short', () => {
    const { stderr, status } = run({}, JSON.stringify(jwk).slice(0, -5));
    expect(status).toBe(1);
    expect(stderr).toContain('is not JSON');
    expect(stderr).not.toContain(jwk.d);
  });
});

it.each([
  { what: 'no secret', act: () => run({}), says: 'No JWT secret and no signing key was given.' },
  { what: 'a short secret', act: () => run({}, 'short'), says: 'shorter than 32 characters' },
  {
    what: 'a secret and a signing key',
    act: () => run({ SUPABASE_JWT_SECRET: secret, SUPABASE_SIGNING_KEY: '{}' }),
    says: 'Give one.',
  },
  { what: 'no role', act: () => run({ SUPABASE_JWT_SECRET: secret }, '', ''), says: 'Name one of the roles' },
  {
    what: 'the role service_role, which no process of ours may be',
    act: () => run({ SUPABASE_JWT_SECRET: secret }, '', 'service_role'),
    says: 'Name one of the roles',
  },
])('refuses $what without printing a key', ({ act, says }) => {
  const { stdout, stderr, status } = act();
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(says);
});
