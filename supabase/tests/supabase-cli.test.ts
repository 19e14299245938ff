import { readdir, readFile } from 'node:fs/promises';
import { generateTypes } from '@gudbro/db-types/generate';
import { runSupabaseCli } from '@gudbro/db-types/supabase-cli';
import { createNativeTestDatabase, type NativeTestDatabase } from '@gudbro/supabase-local/native';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDeployment, isWrong } from '../deploy-check/check-deployment.ts';
import { dumpSchema } from './support/dump-schema.ts';
import { resolveRoom, verifyRoom } from './support/guest-calls.ts';

/** Ignored lints: `unused_index` counts reads, and a new database has had none. */
const ignored = ['unused_index'];

/** Expected findings of the lowest level: tables that only definer functions use have no policy. */
const expected = [
  'access_attempts',
  'accom_guest_documents',
  'booking_people',
  'document_erasures',
  'document_grants',
  'document_keys',
  'document_warnings',
  'invitation_mail_secrets',
  'jobs',
  'notification_preferences',
  'notifications',
  'people_to_erase',
  'push_subscriptions',
  'rate_limits',
  'request_answers',
  'request_keys',
  'retired_room_codes',
  'storage_removals',
].map((table) => `rls_enabled_no_policy ${table}`);

/** Gives a new role the rights that `postgres` has on hosted Supabase, where it is neither superuser nor owner of Storage's tables. */
const createHostedRole = `
  do $$ begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'hosted_postgres') then
      create role hosted_postgres login password 'hosted' createrole createdb bypassrls;
    end if;
    if not exists (select from pg_catalog.pg_roles where rolname = 'guest_api') then
      create role guest_api nologin;
    end if;
    if not exists (select from pg_catalog.pg_roles where rolname = 'backoffice_api') then
      create role backoffice_api nologin;
    end if;
    if not exists (select from pg_catalog.pg_roles where rolname = 'jobs_api') then
      create role jobs_api nologin;
    end if;
    execute format('alter database %I owner to hosted_postgres', current_database());
  end $$;
  grant anon, authenticated, service_role, authenticator, guest_api, backoffice_api, jobs_api to hosted_postgres with admin option;
  alter schema extensions owner to hosted_postgres;
  grant usage on schema auth, storage to hosted_postgres with grant option;
  grant all on all tables in schema storage to hosted_postgres with grant option;
  grant all on all tables in schema auth to hosted_postgres;
  grant all on schema supabase_migrations to hosted_postgres;
  grant all on all tables in schema supabase_migrations to hosted_postgres;
`;

function asHostedPostgres({ databaseUrl }: NativeTestDatabase): string {
  const url = new URL(databaseUrl);
  url.username = 'hosted_postgres';
  url.password = 'hosted';
  return url.href;
}

/** The migrations as one script, and the statements left out of it: the policies on Storage's table. */
async function readMigrationsForHosted(): Promise<{ policies: string[]; rest: string }> {
  const folder = new URL('../migrations/', import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const all = (await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')))).join('\n');
  const ofStorage = /^create policy [^;]+ on storage\.objects\n[^;]+;$/gm;
  return { policies: all.match(ofStorage) ?? [], rest: all.replaceAll(ofStorage, '') };
}

interface Finding {
  name: string;
  level: string;
  metadata: { name: string };
}

describe('the Supabase CLI on native Postgres', () => {
  let database: NativeTestDatabase;
  const push = () => runSupabaseCli(['db', 'push', `--remote=${database.databaseUrl}`, '--yes']);
  const advise = async (level: string, failOn: string): Promise<Finding[]> => {
    const printed = await runSupabaseCli([
      ...['db', 'advisors', `--remote=${database.databaseUrl}`, '--output-format', 'json'],
      ...['--level', level, '--fail-on', failOn],
    ]);
    // The CLI's output format; the tests below fail if it changes.
    const { results } = JSON.parse(printed) as { results: Finding[] };
    return results;
  };

  beforeAll(async () => {
    database = await createNativeTestDatabase({ migrationsDir: null });
    // The lints check the schemas that the API exposes, and read them from this setting, as on a hosted project.
    const [current] = await database.sql<{ name: string }>('select current_database() as name');
    await database.sql(`alter database ${current?.name} set pgrst.db_schemas = 'public'`);
    await push();
  });
  afterAll(() => database?.close());

  it('supabase db push makes the same schema and grants as the embedded stack', async () => {
    const embedded = await createNativeTestDatabase();
    try {
      const [ours, theirs] = await Promise.all([dumpSchema(embedded.sql), dumpSchema(database.sql)]);
      expect(theirs).toEqual(ours);
    } finally {
      await embedded.close();
    }
  });

  it('a second supabase db push changes nothing', async () => {
    const before = await dumpSchema(database.sql);
    expect(await push()).toContain('up to date');
    expect(await dumpSchema(database.sql)).toEqual(before);
  });

  it('supabase db advisors has no warning', async () => {
    expect(await advise('warn', 'warn')).toEqual([]);
  });

  it('supabase db advisors has no notes but those on tables without policies that are meant', async () => {
    const findings = (await advise('info', 'none')).filter(({ name }) => !ignored.includes(name));
    expect(findings.map(({ name, metadata }) => `${name} ${metadata.name}`).sort()).toEqual(expected);
  });

  it('supabase db advisors warns of a table that anon can read', async () => {
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

  it('supabase db push needs no superuser, only the rights of postgres on hosted Supabase', async () => {
    const other = await createNativeTestDatabase({ migrationsDir: null });
    try {
      await other.sql(createHostedRole);
      // Stands for supautils, an extension of Supabase's image, which lets `postgres` write the policies of this table.
      await other.sql('alter table storage.objects owner to hosted_postgres');
      await runSupabaseCli(['db', 'push', `--remote=${asHostedPostgres(other)}`, '--yes']);
      const [row] = await other.sql(`select pg_get_userbyid(relowner) as owner from pg_catalog.pg_class
        where oid = 'public.accom_rooms'::regclass`);
      expect(row).toEqual({ owner: 'hosted_postgres' });
      // The check of a deployment needs no more rights than that.
      const { database: verdicts } = await checkDeployment({
        databaseUrl: asHostedPostgres(other),
        api: null,
      });
      expect(verdicts?.filter(isWrong)).toEqual([]);
      await other.sql(await readFile(new URL('../seed.sql', import.meta.url), 'utf8'));
      expect(await resolveRoom(other, 'RM-SUNSET22')).toMatchObject({ ok: true, room: { number: '203' } });
      expect(await verifyRoom(other, 'RM-SUNSET22', { lastName: 'Johnson' })).toMatchObject({ ok: true });
    } finally {
      await other.close();
    }
  });

  it('of the migrations only the seven policies on storage.objects need more than those rights', async () => {
    const other = await createNativeTestDatabase({ migrationsDir: null });
    const hosted = postgres(asHostedPostgres(other), { max: 1, onnotice: () => undefined });
    try {
      await other.sql(createHostedRole);
      const { policies, rest } = await readMigrationsForHosted();
      await hosted.begin((sql) => sql.unsafe(rest));
      expect(policies).toHaveLength(7);
      for (const policy of policies) {
        // Without supautils `postgres` is refused. With it the policy is made as superuser, as here.
        await expect(hosted.unsafe(policy)).rejects.toMatchObject({
          code: '42501',
          message: 'must be owner of table objects',
        });
        await other.sql(policy);
      }
      const { policies: made } = await dumpSchema(other.sql);
      expect(made).toEqual((await dumpSchema(database.sql))['policies']);
    } finally {
      await hosted.end();
      await other.close();
    }
  });

  it('supabase gen types generates the types in packages/db-types', async () => {
    const committed = await readFile(
      new URL('../../packages/db-types/src/database.types.ts', import.meta.url),
      'utf8',
    );
    expect(await generateTypes(database.databaseUrl)).toBe(committed);
  });
});
