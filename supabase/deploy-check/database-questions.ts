import type postgres from 'postgres';
import { askInDatabase, type SqlQuestion } from './ask-database.ts';
import { grantQuestions } from './grant-questions.ts';
import type { Question } from './question.ts';
import type { Expectations } from './read-expectations.ts';

const push = 'Push the migrations: docs/deploy.md, section 1.';

/** Whether there is a connection. Its errors have other remedies than those of a question. */
export function reachDatabase(connection: postgres.Sql): Question {
  return {
    expectation: 'the database can be reached',
    ask: async () => {
      try {
        await connection.unsafe('select 1', [], { prepare: false });
        return [];
      } catch (error) {
        const remedy =
          'Look at the host, the port and the password in DATABASE_URL. Through Supabase’s pooler the user is postgres.<ref> or postgres.<POOLER_TENANT_ID>, and not postgres.';
        return [{ found: error instanceof Error ? error.message : String(error), remedy }];
      }
    },
  };
}

/** The questions without whose right answer the others cannot be asked. */
export function firstDatabaseQuestions(connection: postgres.Sql, { migrations }: Expectations): Question[] {
  const questions: SqlQuestion[] = [
    {
      expectation: 'the server is Postgres 17 or later',
      sql: `select 'it is Postgres ' || current_setting('server_version') as found
        where current_setting('server_version_num')::integer < 170000`,
      remedy: 'Upgrade the project, or take the image of Postgres 17.',
    },
    {
      expectation: 'the migrations have been pushed at all',
      sql: `select 'there is no history of migrations' as found
        where to_regclass('supabase_migrations.schema_migrations') is null or to_regclass('public.accounts') is null`,
      remedy: push,
    },
    {
      expectation: 'every migration of this version has been pushed',
      sql: `select version || ' is missing' as found from unnest($1::text[]) as expected (version)
        where version not in (select version from supabase_migrations.schema_migrations)`,
      values: [migrations],
      remedy: push,
    },
  ];
  return questions.map((question) => askInDatabase(connection, question));
}

/** All other questions to the database. */
export function databaseQuestions(connection: postgres.Sql, expected: Expectations): Question[] {
  return [
    ...roleQuestions,
    ...grantQuestions(expected.functionGrants),
    ...authQuestions,
    ...storageQuestions(expected.storagePolicies),
    ...dataQuestions,
  ].map((question) => askInDatabase(connection, question));
}

const roleQuestions: SqlQuestion[] = [
  {
    expectation: 'the roles of both servers are there, cannot log in and have no rights of an administrator',
    sql: `select name || coalesce(
          nullif(concat_ws(',', case when r.rolcanlogin then ' can log in' end, case when r.rolbypassrls then ' bypasses row-level security' end,
            case when r.rolsuper then ' is a superuser' end, case when r.rolcreaterole then ' may create roles' end), ''), ' is missing') as found
      from unnest(array['guest_api', 'backoffice_api']) as expected (name)
      left join pg_catalog.pg_roles r on r.rolname = name
      where r.oid is null or r.rolcanlogin or r.rolbypassrls or r.rolsuper or r.rolcreaterole`,
    remedy: 'alter role <name> nologin nobypassrls nocreaterole; a missing one comes with the migrations.',
  },
  {
    expectation: 'both roles give up a statement after five seconds and a lock after four',
    sql: `select r.rolname || ' has ' || coalesce(array_to_string(r.rolconfig, ', '), 'no setting') as found
      from pg_catalog.pg_roles r
      where r.rolname in ('guest_api', 'backoffice_api')
        and not coalesce(r.rolconfig @> array['statement_timeout=5s', 'lock_timeout=4s'], false)`,
    remedy:
      "alter role <name> set statement_timeout = '5s'; alter role <name> set lock_timeout = '4s'; notify pgrst, 'reload config';",
  },
  {
    expectation: 'PostgREST may act as both roles, and Storage as guest_api',
    sql: `select actor.rolname || ' may not act as ' || server.rolname as found
      from pg_catalog.pg_roles actor, pg_catalog.pg_roles server
      where (actor.rolname, server.rolname) in
          (('authenticator', 'guest_api'), ('authenticator', 'backoffice_api'), ('supabase_storage_admin', 'guest_api'))
        and not pg_has_role(actor.oid, server.oid, 'set')`,
    remedy:
      'grant guest_api, backoffice_api to authenticator; and on self-hosted: grant authenticator to supabase_storage_admin;',
  },
  {
    expectation: 'the roles of the servers are members of no other role, but for guest_api of anon',
    sql: `select member.rolname || ' is a member of ' || role.rolname as found
      from pg_catalog.pg_auth_members m
      join pg_catalog.pg_roles member on member.oid = m.member
      join pg_catalog.pg_roles role on role.oid = m.roleid
      where member.rolname in ('anon', 'guest_api', 'backoffice_api')
        and (member.rolname, role.rolname) <> ('guest_api', 'anon')`,
    remedy: 'revoke <role> from <member>;',
  },
];

const authQuestions: SqlQuestion[] = [
  {
    expectation: 'a sign-up makes an account: the trigger on auth.users is there and enabled',
    sql: `select 'make_account_of_user is missing or disabled' as found
      where not exists (
        select from pg_catalog.pg_trigger
        where tgrelid = 'auth.users'::regclass and tgname = 'make_account_of_user' and tgenabled in ('O', 'A')
      )`,
    remedy:
      'alter table auth.users enable trigger make_account_of_user; a missing one comes with the migrations.',
  },
  {
    expectation: 'the policies can look for the session of a token',
    sql: `select pg_get_userbyid(p.proowner) || ', who owns ' || p.oid::regprocedure || ', may not read auth.sessions' as found
      from pg_catalog.pg_proc p
      where p.oid = 'private.current_account_id()'::regprocedure
        and not has_table_privilege(p.proowner, 'auth.sessions', 'select')`,
    remedy: 'As the owner of the schema auth: grant select on auth.sessions to <that role>;',
  },
  {
    expectation: 'nobody waits with a password of their own for an address to be confirmed',
    sql: `select u.email || ' signed up on ' || u.created_at::date || ' and has not confirmed the address' as found
      from auth.users u where u.email_confirmed_at is null and coalesce(u.encrypted_password, '') <> ''`,
    remedy:
      'Delete this user before you add or invite the person: a confirmation by mail would keep a stranger’s password.',
  },
];

const storageQuestions = (policies: string[]): SqlQuestion[] => [
  {
    expectation: 'the policies of storage.objects are those of the schemas, and no others',
    sql: `select case when p.polname is null then 'missing: ' || expected.name else 'not ours: ' || p.polname end as found
      from unnest($1::text[]) as expected (name)
      full join (select polname from pg_catalog.pg_policy where polrelid = 'storage.objects'::regclass) p
        on p.polname = expected.name
      where p.polname is null or expected.name is null`,
    values: [policies],
    remedy:
      'Drop what is not ours; a missing one comes with the migrations, which have to run where postgres may write policies on storage.objects.',
  },
  {
    expectation: 'storage.objects has row-level security',
    sql: `select 'it is off' as found from pg_catalog.pg_class
      where oid = 'storage.objects'::regclass and not relrowsecurity`,
    remedy: 'alter table storage.objects enable row level security;',
  },
  {
    expectation: 'every bucket is private and limits size and type, and the photos have theirs',
    sql: `select 'incident-photos is missing' as found
        where not exists (select from storage.buckets where id = 'incident-photos')
      union all
      select b.id || ' is ' || concat_ws(' and ', case when b.public then 'public' end,
          case when b.file_size_limit is null then 'without a limit of size' end,
          case when b.allowed_mime_types is null then 'without a limit of type' end)
      from storage.buckets b where b.public or b.file_size_limit is null or b.allowed_mime_types is null`,
    remedy:
      'update storage.buckets set public = false, file_size_limit = …, allowed_mime_types = … where id = …;',
  },
];

const dataQuestions: SqlQuestion[] = [
  {
    expectation: 'the demo’s data is not here: its codes are in the repository',
    sql: `select 'the room ' || room_code as found from public.accom_rooms where room_code = 'RM-SUNSET22'`,
    remedy: 'Begin with an empty project, and never push with --include-seed.',
  },
  {
    expectation: 'there is a property',
    sql: `select 'there is none' as found where not exists (select from public.accom_properties)`,
    remedy: 'Make the first owner and property: docs/deploy.md, section 5.',
    level: 'note',
  },
  {
    expectation: 'pg_cron is there to run the sweep',
    sql: `select 'it is not installed' as found where to_regclass('cron.job') is null`,
    remedy:
      'Another scheduler has to run `select public.sweep()` every 15 minutes: docs/deploy.md, section 1.',
    level: 'note',
  },
];
