import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { createNativeTestDatabase } from '../testing/create-native-test-database.ts';
import { fixtureSources } from '../testing/fixture-sources.ts';
import { makeTempDir } from '../testing/temp-dir.ts';
import { applyMigrations } from './apply-migrations.ts';
import { applySeed } from './apply-seed.ts';
import { openPostgres } from './open-postgres.ts';
import type { StackDatabase } from './stack-database.ts';

const log: string[] = [];
const logger = {
  info: (message: string) => log.push(message),
  warn: (message: string) => log.push(`warning: ${message}`),
  error: (message: string) => log.push(`error: ${message}`),
};

let dir: string;
let database: StackDatabase;
beforeEach(async () => {
  log.length = 0;
  dir = await makeTempDir();
  await cp(fixtureSources.migrationsDir, dir, { recursive: true });
  const bare = await createNativeTestDatabase({ migrationsDir: null });
  onTestFinished(() => bare.close());
  database = await openPostgres(bare.databaseUrl);
  onTestFinished(() => database.close());
});

const write = (name: string, sql: string) => writeFile(join(dir, name), sql);
const apply = () => applyMigrations(database, dir, logger);
const readHistory = () =>
  database.sql('select xmin::text, * from supabase_migrations.schema_migrations order by version');

it('applies new migrations in the order of their numbers and records them as the CLI does', async () => {
  await apply();
  expect(log).toEqual((await readdir(dir)).map((file) => `applied ${file}`));
  expect(await readHistory()).toMatchObject([
    { version: '20260101000000', name: 'foundation' },
    { version: '20260101000100', name: 'notes' },
  ]);
});

it('applies nothing when all migrations are applied', async () => {
  await apply();
  const before = await readHistory();
  log.length = 0;
  await apply();
  expect(await readHistory()).toEqual(before);
  expect(log).toEqual([]);
});

it('lets two servers that start at once on one Postgres apply each file once', async () => {
  await Promise.all([apply(), apply()]);
  expect(await readHistory()).toHaveLength(2);
  expect(log).toHaveLength(2);
});

it('applies only the new migration to a database that has the others', async () => {
  await apply();
  await write('20260102000000_more.sql', 'create table public.more (id int)');
  log.length = 0;
  await apply();
  expect(log).toEqual(['applied 20260102000000_more.sql']);
});

it('rolls back a migration that fails half-way, and names its file', async () => {
  await write('20260102000000_half.sql', 'create table public.half (id int); select 1 / 0; select 2;');
  await write('20260103000000_after.sql', 'create table public.after_it (id int)');
  await expect(apply()).rejects.toMatchObject({
    code: 'migration_failed',
    message: expect.stringContaining('20260102000000_half.sql failed and was rolled back: division by zero'),
  });
  const left = await database.sql(
    `select to_regclass('public.half') as half, to_regclass('public.after_it') as later`,
  );
  expect(left).toEqual([{ half: null, later: null }]);
  expect((await readHistory()).map((row) => row['version'])).toEqual(['20260101000000', '20260101000100']);
});

it('names the line of a migration and of a seed that cannot be parsed', async () => {
  await apply();
  const script = "select '🛎';\nselect 1;\n  selct 2;\n";
  await write('20260102000000_typo.sql', script);
  const migration = join(dir, '20260102000000_typo.sql');
  await expect(apply()).rejects.toMatchObject({ position: { file: migration, line: 3 } });
  const seed = join(dir, 'seed.sql');
  await writeFile(seed, script);
  await expect(applySeed(database, seed, logger)).rejects.toMatchObject({
    position: { file: seed, line: 3 },
  });
});

it('applies a failed migration after it was corrected', async () => {
  await write('20260102000000_half.sql', 'create table public.half (id int); select 1 / 0');
  await expect(apply()).rejects.toMatchObject({ code: 'migration_failed' });
  await write('20260102000000_half.sql', 'create table public.half (id int)');
  await apply();
  expect(await database.sql('select from public.half')).toEqual([]);
});

it('refuses a migration that was changed after it was applied', async () => {
  await apply();
  await write('20260101000100_notes.sql', 'select 1');
  await expect(apply()).rejects.toMatchObject({
    code: 'migration_changed',
    message: expect.stringContaining('20260101000100_notes.sql'),
  });
});

it.each([
  ['an older baseline under another number', '20260101000000_baseline.sql'],
  ['the same baseline before a schema changed', '20260102000000_baseline.sql'],
])('refuses data made by %s, suggests --fresh, and changes nothing', async (_, older) => {
  await rm(dir, { recursive: true });
  await mkdir(dir);
  await write(older, 'create table public.older (id int)');
  await apply();
  await rm(join(dir, older));
  await write('20260102000000_baseline.sql', 'create table public.newer (id int)');
  await expect(apply()).rejects.toMatchObject({
    code: 'other_baseline',
    message: expect.stringMatching(/^This data was made by another baseline.*--fresh.*$/),
  });
  const tables = await database.sql(
    `select to_regclass('public.older') is not null as older, to_regclass('public.newer') is not null as newer`,
  );
  expect(tables).toEqual([{ older: true, newer: false }]);
});

it('does not compare a migration that the Supabase CLI applied and stored as split statements', async () => {
  await apply();
  await database.sql(
    `update supabase_migrations.schema_migrations set statements = array['select 1'], created_by = null`,
  );
  await apply();
  expect(await readHistory()).toHaveLength(2);
});

it('refuses a database that has a migration the folder lacks', async () => {
  await apply();
  await rm(join(dir, '20260101000100_notes.sql'));
  await expect(apply()).rejects.toMatchObject({ code: 'migration_missing' });
});

it('refuses a new migration that is older than an applied one', async () => {
  await apply();
  await write('20260101000050_late.sql', 'select 1');
  await expect(apply()).rejects.toMatchObject({
    code: 'migration_out_of_order',
    message: expect.stringContaining('20260101000050_late.sql'),
  });
});

it('applies a seed once, and warns when it was changed since', async () => {
  await apply();
  const seed = join(dir, 'seed.sql');
  await cp(fixtureSources.seedFiles[0] ?? '', seed);
  await applySeed(database, seed, logger);
  await applySeed(database, seed, logger);
  expect(await database.sql('select room from stays')).toEqual([{ room: 7 }]);
  expect(log.at(-1)).toBe('applied supabase/seed.sql');
  await writeFile(seed, `insert into stays values (8, '[2026-01-01,2026-01-05)')`);
  await applySeed(database, seed, logger);
  expect(await database.sql('select room from stays')).toEqual([{ room: 7 }]);
  expect(log.at(-1)).toContain('supabase/seed.sql changed since it was applied');
});

it('rolls back a seed that fails half-way', async () => {
  await apply();
  const seed = join(dir, 'seed.sql');
  await writeFile(seed, `insert into stays values (9, '[2026-01-01,2026-01-05)'); select 1 / 0`);
  await expect(applySeed(database, seed, logger)).rejects.toMatchObject({
    code: 'seed_failed',
    message: expect.stringContaining('supabase/seed.sql failed'),
  });
  expect(await database.sql('select room from stays')).toEqual([]);
});
