import { createHmac, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { signRoleKey } from './sign-role-key.ts';
import { makeDir } from './stack/make-dir.ts';
import { mapDiskError } from './stack/map-disk-error.ts';
import { readErrorCode } from './stack/read-error.ts';
import { SupabaseLocalError } from './stack/supabase-local-error.ts';

const names = [
  'jwtSecret',
  'publishableKey',
  'secretKey',
  'guestKey',
  'backofficeKey',
  'jobsKey',
  'clientSalt',
  // The guest app's GUEST_TOKEN_KEYS, as JSON.
  'guestTokenKeys',
  // DOCUMENT_KEYS of both apps.
  'documentKeys',
] as const;

/** Everything secret that the embedded stack, its two apps and the process for jobs need. */
export type LocalKeys = Record<(typeof names)[number], string>;

export interface ReadKeysOptions {
  /** In production no keys are generated: a missing file is an error. */
  production: boolean;
}

/**
 * Reads the key file, or creates it on the first start, readable by its owner only. Throws `keys_missing`, `keys_unsafe`,
 * `keys_invalid` or an error of the data folder.
 */
export async function readOrCreateKeys(file: string, options: ReadKeysOptions): Promise<LocalKeys> {
  const known = await readKeys(file);
  if (known !== null) return known;
  if (options.production) {
    throw new SupabaseLocalError(
      'keys_missing',
      `There is no key file at ${file}, and in production none is created. Create one first, or set KEYS_FILE.`,
    );
  }
  await createKeys(file);
  // Read it back, because another process may have created it first.
  const made = await readKeys(file);
  if (made === null) throw new SupabaseLocalError('keys_missing', `The key file ${file} disappeared.`);
  return made;
}

async function readKeys(file: string): Promise<LocalKeys | null> {
  let content: string;
  try {
    const { mode } = await stat(file);
    if ((mode & 0o077) !== 0 && process.platform !== 'win32') throw createUnsafeKeysError(file);
    content = await readFile(file, 'utf8');
  } catch (error) {
    if (readErrorCode(error) === 'ENOENT') return null;
    throw mapDiskError(error, dirname(file)) ?? error;
  }
  return parseKeys(file, await completeKeys(parseJson(content)));
}

function createUnsafeKeysError(file: string): SupabaseLocalError {
  return new SupabaseLocalError(
    'keys_unsafe',
    `The key file ${file} can be read by other users. Restrict it to yourself (chmod 600 ${file}); if somebody may have read it, create new keys.`,
  );
}

function parseKeys(file: string, parsed: object): LocalKeys {
  const keys: LocalKeys = {
    jwtSecret: '',
    publishableKey: '',
    secretKey: '',
    guestKey: '',
    backofficeKey: '',
    jobsKey: '',
    clientSalt: '',
    guestTokenKeys: '',
    documentKeys: '',
  };
  for (const name of names) {
    const value: unknown = Reflect.get(parsed, name);
    if (typeof value !== 'string' || value === '') throw createInvalidKeysError(file, `${name} is missing`);
    keys[name] = value;
  }
  if (keys.jwtSecret.length < 32)
    throw createInvalidKeysError(file, 'jwtSecret is shorter than 32 characters');
  return keys;
}

/**
 * Adds what key files of earlier versions lack. They have a shared secret for guest tokens, in two members, with which guest
 * tokens are still signed, and no key of the backoffice, of the process for jobs or of documents.
 */
async function completeKeys(parsed: object): Promise<object> {
  const kid: unknown = Reflect.get(parsed, 'guestTokenKeyId');
  const secret: unknown = Reflect.get(parsed, 'guestTokenKey');
  const jwtSecret: unknown = Reflect.get(parsed, 'jwtSecret');
  return {
    ...(typeof kid === 'string' && typeof secret === 'string'
      ? { guestTokenKeys: JSON.stringify([{ kid, secret }]) }
      : {}),
    ...(typeof jwtSecret === 'string'
      ? {
          backofficeKey: await signRoleKey({ jwtSecret, role: 'backoffice_api' }),
          jobsKey: await signRoleKey({ jwtSecret, role: 'jobs_api' }),
          documentKeys: `earlier:${createHmac('sha256', jwtSecret).update('documents').digest('base64url')}`,
        }
      : {}),
    ...parsed,
  };
}

function parseJson(content: string): object {
  try {
    const parsed: unknown = JSON.parse(content);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    // Not JSON: the caller then reports the first key as missing.
    return {};
  }
}

function createInvalidKeysError(file: string, reason: string): SupabaseLocalError {
  return new SupabaseLocalError(
    'keys_invalid',
    `The key file ${file} cannot be used: ${reason}. Restore a copy of it; without one, everybody has to sign in again.`,
  );
}

/** Writes a draft and links it, so that the file appears complete, and of two processes the first one wins. */
async function createKeys(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    await makeDir(dirname(file));
    await writeFile(draft, `${JSON.stringify(await generateKeys(), null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    // The umask may have removed bits of the mode above.
    await chmod(draft, 0o600);
    await link(draft, file);
  } catch (error) {
    if (readErrorCode(error) !== 'EEXIST') throw mapDiskError(error, dirname(file)) ?? error;
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(file));
}

async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function generateKeys(): Promise<LocalKeys> {
  const random = (bytes: number) => randomBytes(bytes).toString('base64url');
  const jwtSecret = random(48);
  return {
    jwtSecret,
    publishableKey: `sb_publishable_${random(24)}`,
    secretKey: `sb_secret_${random(24)}`,
    guestKey: await signRoleKey({ jwtSecret, role: 'guest_api' }),
    backofficeKey: await signRoleKey({ jwtSecret, role: 'backoffice_api' }),
    jobsKey: await signRoleKey({ jwtSecret, role: 'jobs_api' }),
    clientSalt: random(32),
    guestTokenKeys: JSON.stringify([makeGuestTokenKey()]),
    documentKeys: makeDocumentKey(),
  };
}

/** The key that wraps those of the places' documents. */
function makeDocumentKey() {
  return `${randomBytes(6).toString('hex')}:${randomBytes(32).toString('base64url')}`;
}

/** A key pair, so that other apps can verify guest tokens by `/.well-known/jwks.json`. */
function makeGuestTokenKey() {
  const { privateKey } = generateKeyPairSync('ed25519');
  const kid = randomBytes(6).toString('base64url');
  return { kid, alg: 'EdDSA', jwk: privateKey.export({ format: 'jwk' }) };
}
