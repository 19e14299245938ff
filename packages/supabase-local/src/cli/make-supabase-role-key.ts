import { text } from 'node:stream/consumers';
import { type RoleKeyOptions, type SigningKey, signRoleKey } from '../sign-role-key.ts';

/** The roles of our servers, and the variable for which each key is. No other role: the same signature can be any role's. */
const variables: Record<string, string> = {
  guest_api: 'SUPABASE_GUEST_KEY',
  backoffice_api: 'SUPABASE_BACKOFFICE_KEY',
  jobs_api: 'SUPABASE_JOBS_KEY',
};

const usage = `Prints a key that acts as one database role:
${Object.entries(variables)
  .map(([role, variable]) => `  ${role}  ${variable}`)
  .join('\n')}
Give what the project signs with, in the environment or on standard input: its JWT secret as SUPABASE_JWT_SECRET, or, where it
has signing keys, a private ES256 key with a kid, as \`supabase gen signing-key --algorithm ES256\` makes it, as
SUPABASE_SIGNING_KEY:
  SUPABASE_JWT_SECRET=… pnpm --silent supabase-role-key guest_api
  pnpm --silent supabase-role-key backoffice_api < signing-key.json
`;

/** What the person at the terminal has to change. Its message never has a part of the key. */
class UsageError extends Error {}

async function readSource(): Promise<string> {
  const { SUPABASE_SIGNING_KEY: key = '', SUPABASE_JWT_SECRET: secret = '' } = process.env;
  if (key !== '' && secret !== '') {
    throw new UsageError('Both SUPABASE_SIGNING_KEY and SUPABASE_JWT_SECRET are set. Give one.');
  }
  const given = (key || secret).trim();
  return given === '' && !process.stdin.isTTY ? (await text(process.stdin)).trim() : given;
}

/** A JWK is JSON, and no JWT secret is. */
function readSigner(source: string): { jwtSecret: string } | { signingKey: SigningKey } {
  if (source.startsWith('{')) {
    return { signingKey: parseSigningKey(source) };
  }
  if (source.length < 32) {
    throw new UsageError(
      source === ''
        ? 'No JWT secret and no signing key was given.'
        : 'The JWT secret is shorter than 32 characters.',
    );
  }
  return { jwtSecret: source };
}

function parseSigningKey(source: string): SigningKey {
  const jwk = parseJson(source);
  if (jwk['kty'] !== 'EC' || jwk['crv'] !== 'P-256') {
    throw new UsageError('The signing key is not an ES256 key (kty EC, crv P-256).');
  }
  const { kid, x, y, d } = jwk;
  if (typeof kid !== 'string' || kid === '') {
    throw new UsageError('The signing key has no kid. Supabase would not find its public half.');
  }
  if (typeof d !== 'string' || typeof x !== 'string' || typeof y !== 'string') {
    throw new UsageError('The signing key is not a private one: it has no d.');
  }
  return { kty: 'EC', crv: 'P-256', kid, x, y, d };
}

function parseJson(source: string): Record<string, unknown> {
  try {
    return JSON.parse(source);
  } catch {
    throw new UsageError('The signing key is not JSON.'); // the parser's own message has a part of the key
  }
}

async function makeKey(): Promise<string> {
  const [role = ''] = process.argv.slice(2);
  if (!Object.hasOwn(variables, role)) {
    throw new UsageError(`Name one of the roles ${Object.keys(variables).join(', ')}.`);
  }
  const options: RoleKeyOptions = { role, ...readSigner(await readSource()) };
  return signRoleKey(options).catch(() => {
    throw new UsageError('The signing key is damaged: its parts do not belong together.');
  });
}

try {
  process.stdout.write(`${await makeKey()}\n`);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${usage}`);
  process.exitCode = 1;
}
