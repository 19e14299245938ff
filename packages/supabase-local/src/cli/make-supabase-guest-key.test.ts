import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { jwtVerify } from 'jose';
import { expect, it } from 'vitest';

const entry = fileURLToPath(new URL('./make-supabase-guest-key.ts', import.meta.url));
const secret = 'a JWT secret of forty characters, at least';

const run = (env: Record<string, string>, input = '') =>
  spawnSync(process.execPath, [entry], {
    env: { PATH: process.env['PATH'], ...env },
    input,
    encoding: 'utf8',
  });

it.each([
  { from: 'the environment', act: () => run({ SUPABASE_JWT_SECRET: secret }) },
  { from: 'standard input', act: () => run({}, `${secret}\n`) },
])('prints a key for guest_api signed with the secret from $from', async ({ act }) => {
  const { stdout, status } = act();
  expect(status).toBe(0);
  const { payload } = await jwtVerify(stdout.trim(), new TextEncoder().encode(secret), {
    algorithms: ['HS256'],
  });
  expect(payload).toMatchObject({ role: 'guest_api', iss: 'supabase' });
  const years = ((payload.exp ?? 0) - (payload.iat ?? 0)) / (365 * 24 * 60 * 60);
  expect(years).toBe(10);
});

it.each([
  { what: 'no secret', input: '', says: 'No JWT secret was given.' },
  { what: 'a short secret', input: 'short', says: 'shorter than 32 characters' },
])('refuses $what without printing a key', ({ input, says }) => {
  const { stdout, stderr, status } = run({}, input);
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(says);
});
