import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { signRoleKey } from './sign-role-key.ts';
import { type RunningSupabase, type StartOptions, startSupabase } from './start-supabase.ts';
import { createNativeTestDatabase } from './testing/create-native-test-database.ts';
import { fixtureSources } from './testing/fixture-sources.ts';
import { makeTempDir } from './testing/temp-dir.ts';

const keys = {
  jwtSecret: 'a secret of the tests, long enough for HS256',
  publishableKey: 'sb_publishable_test',
  secretKey: 'sb_secret_test',
};
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

let dataDir: string;
beforeEach(async () => {
  dataDir = join(await makeTempDir(), 'data');
});

// Most tests start with a copy of this folder: creating a database takes seconds, and copying one does not.
let startedDir: string;
beforeAll(async () => {
  startedDir = await mkdtemp(join(tmpdir(), 'supabase-local-'));
  await (await start({ dataDir: startedDir })).close();
});
afterAll(() => rm(startedDir, { recursive: true, force: true }));
const copyStarted = () => cp(startedDir, dataDir, { recursive: true });

async function start(options: Partial<StartOptions> = {}): Promise<RunningSupabase> {
  return startSupabase({ ...fixtureSources, dataDir, keys, logger, ...options });
}

/** Starts the stack, and closes it after the test if the test has not. */
async function startForTest(options: Partial<StartOptions> = {}): Promise<RunningSupabase> {
  const running = await start(options);
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    await running.close();
  };
  onTestFinished(close);
  return { ...running, close };
}

async function takePort(): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
}

it('serves supabase-js over HTTP, and still has users, rows and files after a restart', async () => {
  const credentials = { email: 'ann@example.com', password: 'correct horse battery' };
  const text = { contentType: 'text/plain' };
  const first = await startForTest();
  const ann = createClient(first.url, keys.publishableKey);
  const { data } = await ann.auth.signUp(credentials);
  await ann.from('notes').insert({ body: 'kept', owner_id: data.user?.id }).throwOnError();
  expect((await ann.storage.from('papers').upload('a.txt', Buffer.from('kept'), text)).error).toBeNull();
  expect((await ann.storage.from('papers').upload('b.txt', Buffer.alloc(1001), text)).error).not.toBeNull();
  await ann.auth.signOut();
  await first.close();

  const again = await startForTest();
  const later = createClient(again.url, keys.publishableKey);
  expect((await later.auth.signInWithPassword({ ...credentials, password: 'wrong' })).error).not.toBeNull();
  expect((await later.auth.signInWithPassword(credentials)).error).toBeNull();
  expect((await later.auth.refreshSession()).error).toBeNull();
  expect((await later.from('notes').select('body')).data).toEqual([{ body: 'kept' }]);
  expect(await (await later.storage.from('papers').download('a.txt')).data?.text()).toBe('kept');
  await later.auth.signOut();
});

it('runs on the Postgres of databaseUrl, with the stored files in the data folder', async () => {
  const database = await createNativeTestDatabase({ migrationsDir: null });
  onTestFinished(() => database.close());
  const running = await startForTest({ databaseUrl: database.databaseUrl });
  const token = await signRoleKey({ jwtSecret: keys.jwtSecret, role: 'guest_api' });
  const guest = createClient(running.url, keys.publishableKey, { accessToken: async () => token });
  const stay = { room: 3, first_day: '2026-01-01', last_day: '2026-01-02' };
  expect((await guest.rpc('add_stay', stay)).data).toEqual({ ok: true });
  expect(await database.sql('select room from stays order by room')).toEqual([{ room: 3 }, { room: 7 }]);
  await running.close();
});

it('throws database_unreachable without the password', async () => {
  const databaseUrl = `postgres://me:hunter2@127.0.0.1:${await takePort()}/none?connect_timeout=1`;
  const failing = start({ databaseUrl });
  await expect(failing).rejects.toMatchObject({
    code: 'database_unreachable',
    message: expect.not.stringContaining('hunter2'),
  });
});

it('throws port_taken and releases the data folder', async () => {
  await copyStarted();
  const port = await takePort();
  await expect(start({ port })).rejects.toMatchObject({
    code: 'port_taken',
    message: `Port ${port} on 127.0.0.1 is taken. End what uses it, or set SUPABASE_PORT to another port.`,
  });
  const running = await startForTest();
  expect(running.port).not.toBe(port);
});

it('throws setting_invalid for an address of another machine', async () => {
  await copyStarted();
  await expect(start({ host: '192.0.2.1' })).rejects.toMatchObject({ code: 'setting_invalid' });
});

it('throws data_dir_in_use with the pid of the other process', async () => {
  await copyStarted();
  await startForTest();
  await expect(start()).rejects.toMatchObject({
    code: 'data_dir_in_use',
    message: expect.stringContaining(`process ${process.pid}`),
  });
});

it.each([
  ['a new folder', async () => undefined],
  [
    'a folder that was open to all',
    async () => {
      await copyStarted();
      await chmod(dataDir, 0o755);
    },
  ],
])('no other user of the machine can enter the data folder: %s', async (_, prepare) => {
  await prepare();
  await startForTest();
  expect(((await stat(dataDir)).mode & 0o777).toString(8)).toBe('700');
});

it('of a folder that all users share only the folders of the database and of the stored files are closed', async () => {
  await copyStarted();
  await chmod(dataDir, 0o1777);
  await startForTest();
  const modeOf = async (name: string) => ((await stat(join(dataDir, name))).mode & 0o7777).toString(8);
  expect([await modeOf(''), await modeOf('database'), await modeOf('storage')]).toEqual([
    '1777',
    '700',
    '700',
  ]);
});

it('throws data_dir_unwritable if a file has the path of the data folder', async () => {
  await writeFile(dataDir, 'a file');
  await expect(start()).rejects.toMatchObject({
    code: 'data_dir_unwritable',
    message: expect.stringContaining(dataDir),
  });
});

it('throws data_dir_unwritable where no folder can be created', async () => {
  await expect(start({ dataDir: '/proc/no-such-place' })).rejects.toMatchObject({
    code: 'data_dir_unwritable',
  });
});

it('throws data_dir_broken for a broken database, and does not change it', async () => {
  await copyStarted();
  const control = join(dataDir, 'database', 'global', 'pg_control');
  await truncate(control, 100);
  await expect(start()).rejects.toMatchObject({
    code: 'data_dir_broken',
    message: expect.stringContaining('start again with --fresh'),
  });
  expect(await readFile(control)).toHaveLength(100);
});

it('creates the database again after a first start that was killed half-way', async () => {
  await mkdir(join(dataDir, 'database', 'base'), { recursive: true });
  await writeFile(join(dataDir, 'database', 'PG_VERSION'), '17\n');
  await writeFile(join(dataDir, 'database-state'), 'creating');
  const running = await startForTest();
  expect(await running.query('select room from stays')).toEqual([{ room: 7 }]);
});

it('throws migration_failed, and starts after the migration was corrected', async () => {
  const migrationsDir = await makeTempDir();
  const file = join(migrationsDir, '20260101000000_bad.sql');
  await writeFile(file, 'create table public.half (id int); select 1 / 0');
  await expect(start({ migrationsDir, seedFiles: [] })).rejects.toMatchObject({ code: 'migration_failed' });
  await writeFile(file, 'create table public.half (id int)');
  const running = await startForTest({ migrationsDir, seedFiles: [] });
  expect(await running.query('select from public.half')).toEqual([]);
});
