import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const directory = path.join(import.meta.dirname, '..');

const complete = {
  STAYS_URL: 'https://stays.example',
  SUPABASE_URL: 'http://127.0.0.1:1',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x',
  SUPABASE_GUEST_KEY: 'a.b.c',
  GUEST_TOKEN_KEYS: JSON.stringify([{ kid: 'a', secret: 'long enough to sign a token with it' }]),
  CLIENT_SALT: 'long enough to be a salt for addresses',
  DOCUMENT_KEYS: `a:${'k'.repeat(43)}`,
};

/** Starts the app as in production, and returns its exit code and error output. */
async function boot(env: Record<string, string>): Promise<{ code: number; stderr: string }> {
  try {
    await run(process.execPath, ['server.ts'], {
      cwd: directory,
      env: { NODE_ENV: 'production', ...env },
      timeout: 120_000,
    });
    return { code: 0, stderr: '' };
  } catch (thrown) {
    const { code, stderr } = thrown as { code: number; stderr: string }; // what execFile rejects with
    return { code, stderr };
  }
}

const shortKeys = JSON.stringify([{ kid: 'a', secret: 'hunter2' }]);

test.each([
  ['no settings', {}, ['STAYS_URL is missing', 'CLIENT_SALT is missing', 'GUEST_TOKEN_KEYS is missing']],
  [
    'a certificate without its key',
    { ...complete, PROFILE_CERTIFICATE: 'hunter2' },
    ['PROFILE_CERTIFICATE is wrong (and PROFILE_KEY have to be a certificate and its private key)'],
  ],
  [
    'a short master key',
    { ...complete, DOCUMENT_KEYS: 'a:hunter2' },
    ['DOCUMENT_KEYS is wrong (needs keys of pnpm document-keys make, the newest first)'],
  ],
  [
    'a short salt',
    { ...complete, CLIENT_SALT: 'hunter2' },
    ['CLIENT_SALT is wrong (needs 32 characters at least)'],
  ],
  [
    'token keys that are no list',
    { ...complete, GUEST_TOKEN_KEYS: 'hunter2' },
    ['GUEST_TOKEN_KEYS is wrong'],
  ],
  ['a token key that is too short', { ...complete, GUEST_TOKEN_KEYS: shortKeys }, ['GUEST_TOKEN_KEYS']],
  [
    'a legacy date without its secret',
    { ...complete, LEGACY_TOKEN_ACCEPT_UNTIL: '2026-12-31' },
    ['LEGACY_TOKEN_SECRET'],
  ],
] as const)(
  'the app does not start with %s, and names the variable without its value',
  async (_case, env, problems) => {
    const { code, stderr } = await boot(env);
    expect(code).toBe(1);
    for (const problem of problems) {
      expect(stderr).toContain(problem);
    }
    expect(stderr).not.toContain('hunter2');
  },
);
