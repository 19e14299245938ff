import { access } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createNativeTestDatabase, type NativeTestDatabase } from './create-native-test-database.ts';
import { fixtureSources } from './fixture-sources.ts';
import { startNativePostgres } from './start-native-postgres.ts';

let db: NativeTestDatabase;
beforeAll(async () => {
  db = await createNativeTestDatabase(fixtureSources);
});
afterAll(() => db.close());

it('of 16 connections that insert the same bed at the same time exactly one succeeds', async () => {
  const bookers = Array.from({ length: 16 }, () => db.connect());
  // All connect before the first one writes.
  await Promise.all(bookers.map((booker) => booker`select 1`));
  const outcomes = await Promise.allSettled(
    bookers.map((booker) => booker`insert into stays values (1, '[2026-01-01,2026-01-05)')`),
  );
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  expect(await db.sql('select room from stays')).toEqual([{ room: 1 }]);
});

it('two test databases with the same schema do not share rows', async () => {
  const other = await createNativeTestDatabase(fixtureSources);
  try {
    await other.sql(`insert into stays values (99, '[2026-01-01,2026-01-05)')`);
    expect(await db.sql('select from stays where room = 99')).toEqual([]);
  } finally {
    await other.close();
  }
});

it('a test database without migrations has the roles and schemas of Supabase', async () => {
  const bare = await createNativeTestDatabase({ migrationsDir: null });
  try {
    const [row] = await bare.sql(
      `select to_regclass('auth.users')::text as users, to_regclass('public.notes')::text as notes,
              pg_has_role('authenticator', 'anon', 'member') as member`,
    );
    expect(row).toEqual({ users: 'auth.users', notes: null, member: true });
  } finally {
    await bare.close();
  }
});

it('close() drops the test database', async () => {
  const gone = await createNativeTestDatabase(fixtureSources);
  const name = new URL(gone.databaseUrl).pathname.slice(1);
  await gone.close();
  expect(await db.sql('select from pg_database where datname = $1', [name])).toEqual([]);
});

it('startNativePostgres runs Postgres 17, is durable on request, and leaves no process and no folder after close()', async () => {
  const server = await startNativePostgres({ durable: true });
  const sql = server.connect();
  const [row] = await sql<{ version: string; fsync: string; dir: string; pid: number }[]>`
    select current_setting('server_version_num') as version, current_setting('fsync') as fsync,
           current_setting('data_directory') as dir, pg_backend_pid() as pid`;
  await sql.end();
  await server.close();
  expect(row?.version).toMatch(/^17/);
  expect(row?.fsync).toBe('on');
  await expect(access(row?.dir ?? '')).rejects.toMatchObject({ code: 'ENOENT' });
  expect(() => process.kill(row?.pid ?? 0, 0)).toThrow(/ESRCH/);
});

it('after a kill -9 a restart has every row that was acknowledged, on the same port', async () => {
  const server = await startNativePostgres({ durable: true });
  const sql = server.connect();
  await sql`create table kept (n integer)`;
  await sql`insert into kept values (7)`;
  const { pid } = server;
  await server.kill();
  expect(server.isRunning()).toBe(false);
  await server.restart();
  expect(server.isRunning()).toBe(true);
  expect(server.pid).not.toBe(pid);
  const again = server.connect();
  expect([...(await again`select n from kept`)]).toEqual([{ n: 7 }]);
  await Promise.all([sql.end(), again.end()]);
  await server.close();
});
