import { readFile } from 'node:fs/promises';
import { generateTypes } from '@gudbro/db-types/generate';
import { runSupabaseCli } from '@gudbro/db-types/supabase-cli';
import { createNativeTestDatabase, type NativeTestDatabase } from '@gudbro/supabase-local/native';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeSchema } from './support/describe-schema.ts';
import { resolveRoom, verifyRoom } from './support/guest-calls.ts';

/** Lints that say nothing about the schema: `unused_index` counts reads, and a new database has had none. */
const beside = ['unused_index'];

/** Findings of the lowest level that are meant: tables that only definer functions touch have no policy. */
const meant = ['access_attempts', 'rate_limits', 'request_keys'].map(
  (table) => `rls_enabled_no_policy ${table}`,
);

/**
 * The rights that the role `postgres` has on hosted Supabase; superuser is not one of them. That it may write policies on
 * `storage.objects`, which is not its own there, is a hosted extension's doing: here ownership stands for it.
 */
const becomeHosted = `
  do $$ begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'hosted_postgres') then
      create role hosted_postgres login password 'hosted' createrole createdb bypassrls;
    end if;
    if not exists (select from pg_catalog.pg_roles where rolname = 'guest_api') then
      create role guest_api nologin;
    end if;
    execute format('alter database %I owner to hosted_postgres', current_database());
  end $$;
  grant anon, authenticated, service_role, authenticator, guest_api to hosted_postgres with admin option;
  alter schema extensions owner to hosted_postgres;
  grant usage on schema auth, storage to hosted_postgres;
  alter table storage.objects owner to hosted_postgres;
  grant all on all tables in schema auth to hosted_postgres;
  grant all on schema supabase_migrations to hosted_postgres;
  grant all on all tables in schema supabase_migrations to hosted_postgres;
`;

interface Finding {
  name: string;
  level: string;
  metadata: { name: string };
}

describe('Supabase’s own CLI, on native Postgres,', () => {
  let database: NativeTestDatabase;
  const push = () => runSupabaseCli(['db', 'push', `--remote=${database.databaseUrl}`, '--yes']);
  const advise = async (level: string, failOn: string): Promise<Finding[]> => {
    const printed = await runSupabaseCli([
      ...['db', 'advisors', `--remote=${database.databaseUrl}`, '--output-format', 'json'],
      ...['--level', level, '--fail-on', failOn],
    ]);
    // The CLI's own form; the test below fails when it is another.
    const { results } = JSON.parse(printed) as { results: Finding[] };
    return results;
  };

  beforeAll(async () => {
    database = await createNativeTestDatabase({ migrationsDir: null });
    // The lints look at what the API exposes, and learn it from the setting that a hosted project has.
    const [current] = await database.sql<{ name: string }>('select current_database() as name');
    await database.sql(`alter database ${current?.name} set pgrst.db_schemas = 'public'`);
    await push();
  });
  afterAll(() => database?.close());

  it('makes the schema that the embedded stack makes, down to the grants', async () => {
    const embedded = await createNativeTestDatabase();
    try {
      const [ours, theirs] = await Promise.all([describeSchema(embedded.sql), describeSchema(database.sql)]);
      expect(theirs).toEqual(ours);
    } finally {
      await embedded.close();
    }
  });

  it('has nothing to do when it pushes again', async () => {
    const before = await describeSchema(database.sql);
    expect(await push()).toContain('up to date');
    expect(await describeSchema(database.sql)).toEqual(before);
  });

  it('finds nothing to advise', async () => {
    expect(await advise('warn', 'warn')).toEqual([]);
  });

  it('finds only what is meant when it advises on trifles', async () => {
    const findings = (await advise('info', 'none')).filter(({ name }) => !beside.includes(name));
    expect(findings.map(({ name, metadata }) => `${name} ${metadata.name}`).sort()).toEqual(meant);
  });

  it('would find a table that anybody reads', async () => {
    await database.sql(
      'create table public.forgotten (id uuid primary key); grant select on public.forgotten to anon',
    );
    try {
      expect((await advise('warn', 'none')).map(({ name }) => name)).toContain('rls_disabled_in_public');
      await expect(advise('warn', 'warn')).rejects.toThrow('Command failed');
    } finally {
      await database.sql('drop table public.forgotten');
    }
  });

  it('needs no superuser for it, just what postgres may do on hosted Supabase', async () => {
    const other = await createNativeTestDatabase({ migrationsDir: null });
    try {
      await other.sql(becomeHosted);
      const url = new URL(other.databaseUrl);
      url.username = 'hosted_postgres';
      url.password = 'hosted';
      await runSupabaseCli(['db', 'push', `--remote=${url.href}`, '--yes']);
      const [row] = await other.sql(`select pg_get_userbyid(relowner) as owner from pg_catalog.pg_class
        where oid = 'public.accom_rooms'::regclass`);
      expect(row).toEqual({ owner: 'hosted_postgres' });
      await other.sql(await readFile(new URL('../seed.sql', import.meta.url), 'utf8'));
      expect(await resolveRoom(other, 'RM-SUNSET22')).toMatchObject({ ok: true, room: { number: '203' } });
      expect(await verifyRoom(other, 'RM-SUNSET22', { lastName: 'Johnson' })).toMatchObject({ ok: true });
    } finally {
      await other.close();
    }
  });

  it('generates the types that are in packages/db-types, byte for byte', async () => {
    const kept = await readFile(
      new URL('../../packages/db-types/src/database.types.ts', import.meta.url),
      'utf8',
    );
    expect(await generateTypes(database.databaseUrl)).toBe(kept);
  });
});
