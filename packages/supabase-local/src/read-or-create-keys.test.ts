import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { beforeEach, expect, it } from 'vitest';
import { readOrCreateKeys } from './read-or-create-keys.ts';
import { makeTempDir } from './testing/temp-dir.ts';

let file: string;
beforeEach(async () => {
  file = join(await makeTempDir(), 'sub', 'keys.json');
});
const local = { production: false };

it('creates the key file on the first start, with mode 600 and no other file beside it', async () => {
  const keys = await readOrCreateKeys(file, local);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(dirname(file))).toEqual(['keys.json']);
  expect(keys.publishableKey).toMatch(/^sb_publishable_/);
  expect(keys.secretKey).toMatch(/^sb_secret_/);
  expect(keys.jwtSecret.length).toBeGreaterThanOrEqual(64);
});

it('reads the same keys on every later start', async () => {
  const keys = await readOrCreateKeys(file, local);
  expect(await readOrCreateKeys(file, local)).toEqual(keys);
  expect(await readOrCreateKeys(file, { production: true })).toEqual(keys);
});

it('creates an Ed25519 key for guest tokens, whose public key verifies its signatures', async () => {
  const { guestTokenKeys } = await readOrCreateKeys(file, local);
  const [key, ...others]: { kid: string; alg: string; jwk: JWK }[] = JSON.parse(guestTokenKeys);
  expect(others).toEqual([]);
  expect(key).toMatchObject({ kid: expect.stringMatching(/^[\w-]{8}$/), alg: 'EdDSA' });
  const { d: _d, ...publicHalf } = key?.jwk ?? {};
  const token = await new SignJWT()
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(await importJWK(key?.jwk ?? {}, 'EdDSA'));
  await expect(jwtVerify(token, await importJWK(publicHalf, 'EdDSA'))).resolves.toBeDefined();
});

it('reads the shared secret for guest tokens from a key file of an earlier version', async () => {
  const { guestTokenKeys: _keys, ...others } = await readOrCreateKeys(file, local);
  const shared = { guestTokenKeyId: 'abc', guestTokenKey: 'a secret that was drawn for guest tokens' };
  await writeFile(file, JSON.stringify({ ...others, ...shared }));
  expect(await readOrCreateKeys(file, local)).toEqual({
    ...others,
    guestTokenKeys: '[{"kid":"abc","secret":"a secret that was drawn for guest tokens"}]',
  });
});

it('creates different keys for another file', async () => {
  const one = Object.values(await readOrCreateKeys(file, local));
  const other = Object.values(await readOrCreateKeys(`${file}.2`, local));
  expect(other.filter((value) => one.includes(value))).toEqual([]);
});

it('gives eight starts at the same time the same keys', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => readOrCreateKeys(file, local)));
  expect(new Set(all.map((keys) => keys.jwtSecret)).size).toBe(1);
});

it.each([
  ['guestKey', 'guest_api'],
  ['backofficeKey', 'backoffice_api'],
  ['jobsKey', 'jobs_api'],
] as const)('creates %s for the role %s, signed with the JWT secret', async (name, role) => {
  const { jwtSecret, ...keys } = await readOrCreateKeys(file, local);
  const { payload } = await jwtVerify(keys[name], new TextEncoder().encode(jwtSecret), {
    algorithms: ['HS256'],
  });
  expect(payload).toMatchObject({ role });
});

it.each(['backofficeKey', 'jobsKey'] as const)(
  'signs %s for a key file of an earlier version',
  async (name) => {
    const made = await readOrCreateKeys(file, local);
    await writeFile(file, JSON.stringify({ ...made, [name]: undefined }));
    const { [name]: key, ...others } = await readOrCreateKeys(file, local);
    await jwtVerify(key, new TextEncoder().encode(made.jwtSecret), { algorithms: ['HS256'] });
    expect(made).toMatchObject(others);
  },
);

it('creates no keys in production', async () => {
  await expect(readOrCreateKeys(file, { production: true })).rejects.toMatchObject({
    code: 'keys_missing',
    message: expect.stringContaining(file),
  });
  await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' });
});

it.each([0o604, 0o640, 0o660, 0o602])(
  'refuses a key file of mode %o, which other users can access',
  async (mode) => {
    await readOrCreateKeys(file, local);
    await chmod(file, mode);
    await expect(readOrCreateKeys(file, local)).rejects.toMatchObject({
      code: 'keys_unsafe',
      message: expect.stringContaining(`chmod 600 ${file}`),
    });
  },
);

it.each([
  { what: 'that is cut short', damage: (text: string) => text.slice(0, 40), names: 'jwtSecret is missing' },
  { what: 'that is empty', damage: () => '', names: 'jwtSecret is missing' },
  {
    what: 'without a salt',
    damage: (text: string) => text.replace('clientSalt', 'x'),
    names: 'clientSalt is missing',
  },
  {
    what: 'with a short secret',
    damage: (text: string) => text.replace(/"jwtSecret": "[^"]+"/, '"jwtSecret": "short"'),
    names: 'jwtSecret is shorter',
  },
])('refuses a key file $what, and does not replace it', async ({ damage, names }) => {
  await readOrCreateKeys(file, local);
  const damaged = damage(await readFile(file, 'utf8'));
  await writeFile(file, damaged);
  await expect(readOrCreateKeys(file, local)).rejects.toMatchObject({
    code: 'keys_invalid',
    message: expect.stringContaining(names),
  });
  expect(await readFile(file, 'utf8')).toBe(damaged);
});

it('throws data_dir_unwritable if a file has the path of the folder', async () => {
  await mkdir(dirname(dirname(file)), { recursive: true });
  await writeFile(dirname(file), 'a file');
  await expect(readOrCreateKeys(file, local)).rejects.toMatchObject({ code: 'data_dir_unwritable' });
});
