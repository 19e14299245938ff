import { createNativeTestDatabase, type NativeTestDatabase } from '@gudbro/supabase-local/native';
import { afterEach, describe, expect, it } from 'vitest';
import { applySchemas } from '../scripts/apply-schemas.ts';
import { diffDatabases } from '../scripts/diff-databases.ts';
import { readSchemaFiles } from '../scripts/read-schema-files.ts';
import { dumpSchema } from './support/dump-schema.ts';

const files = await readSchemaFiles();
const definition = /^create (?:or replace )?(function|policy|table|trigger|view) ("[^"]+"|[\w.]+)/;

const opened: NativeTestDatabase[] = [];
const open = async (options?: { migrationsDir: null }) => {
  const database = await createNativeTestDatabase(options);
  opened.push(database);
  return database;
};
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

it('a database built from supabase/migrations equals one built from supabase/schemas', async () => {
  const [migrated, built] = [await open(), await open({ migrationsDir: null })];
  await applySchemas(built.connect());
  const [fromMigrations, fromSchemas] = [await dumpSchema(migrated.sql), await dumpSchema(built.sql)];
  // If this fails, run `pnpm db:baseline`, which writes the migration again.
  expect(fromMigrations).toEqual(fromSchemas);
});

it('the comparison of two databases sees a changed policy, grant, default, column, function, schema and bucket', async () => {
  const database = await open();
  const before = await dumpSchema(database.sql);
  const changes = {
    policies: `alter policy "managers add rooms" on public.accom_rooms with check (true)`,
    tables: 'grant select on public.rate_limits to authenticated',
    defaultPrivileges: 'alter default privileges in schema public grant all on tables to anon',
    columns: `alter table public.accom_rooms alter column floor set default '1'`,
    functions: `alter function private.stay_ends_at(date, text) set search_path = 'public'`,
    schemas: 'grant usage on schema private to anon',
    buckets: `update storage.buckets set public = true where id = 'incident-photos'`,
  };
  for (const [part, change] of Object.entries(changes)) {
    await database.sql(change);
    expect((await dumpSchema(database.sql))[part], part).not.toEqual(before[part]);
  }
});

it('pnpm db:migration writes the SQL that turns the migrated schema into a changed one', async () => {
  const [migrated, changed] = [await open(), await open()];
  await changed.sql(
    `create table public.things (id uuid primary key default gen_random_uuid(), room_id uuid not null references public.accom_rooms (id));
     alter table public.things enable row level security;
     grant select on public.things to authenticated;
     create policy "members see things" on public.things for select to authenticated using (true);
     create function private.double(p_number integer) returns integer language sql immutable set search_path = '' as 'select p_number * 2';
     grant execute on function private.double(integer) to authenticated;
     alter table public.accom_rooms add column notes text;
     grant update (notes) on public.accom_rooms to authenticated`,
  );
  expect(await diffDatabases(migrated.databaseUrl, migrated.databaseUrl)).toBe('');
  await migrated.sql(await diffDatabases(migrated.databaseUrl, changed.databaseUrl));
  expect(await dumpSchema(migrated.sql)).toEqual(await dumpSchema(changed.sql));
});

describe('schema files', () => {
  it.each(files)('every function and policy in $path has a comment above it', ({ content }) => {
    const lines = content.split('\n');
    const silent = lines.filter(
      (line, index) => /^create (function|policy)/.test(line) && !lines[index - 1]?.startsWith('--'),
    );
    expect(silent).toEqual([]);
  });

  it.each(files)('$path creates objects and never replaces, drops or alters one', ({ content }) => {
    const mending = /^\s*(create or replace|drop |alter table [^;]* (add|drop) |update |delete )/im;
    const statements = content.replaceAll(/\$\$[\s\S]*?\$\$/g, '');
    expect(statements.match(mending)).toBeNull();
  });
});

it('the schema defines each function, policy, table and trigger once', () => {
  const names = files.flatMap(({ content }) =>
    content.split('\n').flatMap((line) => {
      const [, kind, name] = definition.exec(line) ?? [];
      return kind === undefined ? [] : [`${kind} ${name}`];
    }),
  );
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('something of the schema uses every private function', () => {
  const text = files.map(({ content }) => content.replaceAll(/^ *--.*$/gm, '')).join('\n');
  const names = [...text.matchAll(/^create function (private\.\w+)/gm)].map(([, name = '']) => name);
  const uses = text
    .replaceAll(/^create function private\.\w+/gm, '')
    .replaceAll(/^grant execute [^;]*;/gm, '');
  expect(names.filter((name) => !uses.includes(`${name}(`))).toEqual([]);
});
