import { text } from 'node:stream/consumers';
import { signRoleKey } from '../sign-role-key.ts';

const usage = `Prints SUPABASE_GUEST_KEY: a key that acts as the database role guest_api.
Give the project's JWT secret as SUPABASE_JWT_SECRET or on standard input:
  SUPABASE_JWT_SECRET=… pnpm --silent supabase-guest-key
  pnpm --silent supabase-guest-key < jwt-secret.txt
`;

async function readSecret(): Promise<string> {
  const fromEnv = process.env['SUPABASE_JWT_SECRET']?.trim();
  if (fromEnv) return fromEnv;
  return process.stdin.isTTY ? '' : (await text(process.stdin)).trim();
}

const jwtSecret = await readSecret();
if (jwtSecret.length < 32) {
  const reason =
    jwtSecret === '' ? 'No JWT secret was given.' : 'The JWT secret is shorter than 32 characters.';
  process.stderr.write(`${reason}\n\n${usage}`);
  process.exitCode = 1;
} else {
  process.stdout.write(`${await signRoleKey({ jwtSecret, role: 'guest_api' })}\n`);
}
