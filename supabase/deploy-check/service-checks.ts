import type { SqlCheck } from './check-in-database.ts';

/** What lives in Supabase Auth's schema. */
export const authChecks: SqlCheck[] = [
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
];

/** What lives in Storage's schema. */
export const storageChecks = (policies: string[]): SqlCheck[] => [
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
    expectation:
      'every bucket but that of the pictures is private, all limit size and type, and the photos and the documents have theirs',
    sql: `select name || ' is missing' as found from unnest(array['incident-photos', 'guest-documents']) as expected (name)
        where name not in (select id from storage.buckets)
      union all
      select b.id || ' is ' || concat_ws(' and ', case when b.public and b.id <> 'property-pictures' then 'public' end,
          case when b.file_size_limit is null then 'without a limit of size' end,
          case when b.allowed_mime_types is null then 'without a limit of type' end)
      from storage.buckets b
      where (b.public and b.id <> 'property-pictures') or b.file_size_limit is null or b.allowed_mime_types is null`,
    remedy:
      'update storage.buckets set public = false, file_size_limit = …, allowed_mime_types = … where id = …;',
  },
  {
    // Storage's releases may call it by another name, and older ones have no such column.
    expectation: 'the documents of guests have no versions, which would keep what is erased',
    sql: `select format('%s of guest-documents is %s', setting.key, setting.value) as found
      from storage.buckets b cross join lateral jsonb_each_text(to_jsonb(b)) setting
      where b.id = 'guest-documents' and setting.key ilike '%version%'
        and lower(coalesce(setting.value, '')) not in ('', 'false', 'disabled', 'suspended')`,
    remedy:
      'Turn versions off for this bucket, and remove those that it has: docs/deploy.md, keys of documents.',
  },
];

/** What is in our tables, and what runs beside them. */
export const dataChecks: SqlCheck[] = [
  {
    expectation: 'the demo’s data is not here: its codes are in the repository',
    sql: `select 'the room ' || room_code as found from public.accom_rooms where room_code = 'RM-SUNSET22'`,
    remedy: 'Begin with an empty project, and never push with --include-seed.',
  },
  {
    expectation: 'there is a property',
    sql: `select 'there is none' as found where not exists (select from public.accom_properties)`,
    remedy: 'Sign up in the backoffice, which leads to the first place: docs/deploy.md, section 5.',
    level: 'note',
  },
  {
    expectation: 'no message waits for longer than a quarter of an hour',
    sql: `select count(*) || ' wait, the first since ' || to_char(min(j.run_at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC' as found
      from public.jobs j
      where j.done_at is null and j.dead_at is null and greatest(j.run_at, j.claimed_until) < now() - interval '15 minutes'
      having count(*) > 0`,
    remedy: 'Look whether the process for jobs runs, and at its log: docs/deploy.md, sections 4 and 7.',
  },
  {
    expectation: 'pg_cron is there to run the sweep',
    sql: `select 'it is not installed' as found where to_regclass('cron.job') is null`,
    remedy:
      'Another scheduler has to run `select public.sweep()` every 15 minutes: docs/deploy.md, section 1.',
    level: 'note',
  },
];
