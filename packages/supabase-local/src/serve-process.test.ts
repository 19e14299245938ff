import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { readOrCreateKeys } from './read-or-create-keys.ts';
import { killProcesses, startProcess } from './testing/start-process.ts';
import { makeTempDir } from './testing/temp-dir.ts';

afterEach(killProcesses);

let dataDir: string;
beforeEach(async () => {
  dataDir = join(await makeTempDir(), 'data');
});

// Most tests start with a copy of this folder: creating a database takes seconds, and copying one does not.
let startedDir: string;
beforeAll(async () => {
  startedDir = await mkdtemp(join(tmpdir(), 'supabase-local-'));
  const first = startProcess({ DATA_DIR: startedDir });
  await first.ready;
  first.kill('SIGTERM');
  await first.ended;
});
afterAll(() => rm(startedDir, { recursive: true, force: true }));
const copyStarted = () => cp(startedDir, dataDir, { recursive: true });

const connect = async (url: string) => {
  const { secretKey } = await readOrCreateKeys(join(dataDir, 'keys.json'), { production: true });
  return createClient(url, secretKey, { auth: { persistSession: false, autoRefreshToken: false } });
};

/** Inserts notes one by one until the server has ended, and reports each one that was acknowledged. */
async function insertUntilGone(client: SupabaseClient, prefix: string, onSaved: (body: string) => void) {
  for (let count = 0; ; count += 1) {
    const body = `${prefix}-${count}`;
    const { error } = await client.from('notes').insert({ body });
    if (error !== null) return;
    onSaved(body);
  }
}

it('after kill -9 during writes the next start has every acknowledged row', async () => {
  const first = startProcess({ DATA_DIR: dataDir });
  const client = await connect(await first.ready);
  const saved: string[] = [];
  const note = (body: string) => {
    saved.push(body);
    if (saved.length === 120) first.kill('SIGKILL');
  };
  await Promise.all(['a', 'b', 'c'].map((prefix) => insertUntilGone(client, prefix, note)));
  expect((await first.ended).signal).toBe('SIGKILL');
  expect(saved.length).toBeGreaterThanOrEqual(120);

  const second = startProcess({ DATA_DIR: dataDir });
  const { data } = await (await connect(await second.ready)).from('notes').select('body').throwOnError();
  const there = new Set(data.map((row) => row.body));
  expect(saved.filter((body) => !there.has(body))).toEqual([]);
});

it.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends the process with exit code 0 and removes the lock',
  async (signal) => {
    const first = startProcess({ DATA_DIR: dataDir });
    await first.ready;
    first.kill(signal);
    expect(await first.ended).toMatchObject({ code: 0, signal: null });
    await expect(readFile(join(dataDir, 'lock'))).rejects.toMatchObject({ code: 'ENOENT' });
  },
);

it('a second process is refused the data folder with the pid of the first, which keeps running', async () => {
  await copyStarted();
  const first = startProcess({ DATA_DIR: dataDir });
  const url = await first.ready;
  const second = await startProcess({ DATA_DIR: dataDir }).ended;
  expect(second.code).toBe(1);
  expect(second.stderr).toMatch(/^error: The data folder .* is in use by process \d+\. .*\n$/);
  expect((await (await connect(url)).from('notes').select()).error).toBeNull();
});

it.each([
  {
    what: 'an invalid port',
    env: { SUPABASE_PORT: 'eighty' },
    says: /^error: SUPABASE_PORT is not a port number: eighty\n$/,
  },
  {
    what: 'production without keys',
    env: { SUPABASE_LOCAL_PRODUCTION: '1' },
    says: /^error: There is no key file at .*\n$/,
  },
  {
    what: 'a data folder that cannot be created',
    env: { DATA_DIR: '/proc/nowhere' },
    says: /^error: The data folder \/proc\/nowhere cannot be written: .*\n$/,
  },
])('$what ends the process with exit code 1 and one line', async ({ env, says }) => {
  const { code, stderr } = await startProcess({ DATA_DIR: dataDir, ...env }).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(says);
});
