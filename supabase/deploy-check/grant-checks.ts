import type { SqlCheck } from './check-in-database.ts';

/** The API's roles that read and write no table themselves. */
const tableless = `('anon', 'guest_api', 'backoffice_api', 'jobs_api')`;

// In Postgres's lists of grants 0 stands for PUBLIC, which is everybody.

/** Who may read and write tables. */
export const tableChecks: SqlCheck[] = [
  {
    expectation: 'anon, our servers and PUBLIC have no right on a table, view or column',
    sql: `with grants as (
        select c.oid, a.grantee, a.privilege_type from pg_catalog.pg_class c, aclexplode(c.relacl) a
          where c.relnamespace = 'public'::regnamespace
        union all
        select c.oid, a.grantee, a.privilege_type || ' of ' || t.attname
          from pg_catalog.pg_class c join pg_catalog.pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
          where c.relnamespace = 'public'::regnamespace
      )
      select case grantee when 0 then 'PUBLIC' else grantee::regrole::text end || ' may '
        || string_agg(privilege_type, ', ') || ' on ' || oid::regclass as found
      from grants
      where grantee = 0 or grantee in (select r.oid from pg_catalog.pg_roles r where r.rolname in ${tableless})
      group by oid, grantee`,
    remedy: 'revoke all on <table> from <role>;',
  },
  {
    expectation: 'every table has row-level security',
    sql: `select c.relname || ' has none' as found from pg_catalog.pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity`,
    remedy: 'alter table public.<table> enable row level security;',
  },
];

/** Who may execute the functions of the API. The argument has a text `role name` for each that may. */
export function functionCheck(functionGrants: string[]): SqlCheck {
  return {
    expectation:
      'each function of the API may be executed by the one role of the schemas, and by nobody else',
    sql: `with granted as (
        select case a.grantee when 0 then 'PUBLIC' else a.grantee::regrole::text end || ' ' || p.proname as pair
        from pg_catalog.pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        where p.pronamespace = 'public'::regnamespace and a.grantee <> p.proowner
          and (a.grantee = 0 or a.grantee in
            (select r.oid from pg_catalog.pg_roles r where r.rolname in ('anon', 'authenticated', 'guest_api', 'backoffice_api', 'jobs_api')))
      )
      select case when granted.pair is null then 'missing: ' || expected.pair else 'too much: ' || granted.pair end as found
      from unnest($1::text[]) as expected (pair) full join granted on granted.pair = expected.pair
      where granted.pair is null or expected.pair is null`,
    values: [functionGrants],
    remedy: 'Too much: revoke execute on function public.<name> from <role>; missing: push the migrations.',
  };
}

/** Who may use our schemas, and what new objects are granted. */
export const schemaChecks: SqlCheck[] = [
  {
    expectation:
      'anon, our servers and PUBLIC may not use the schema private, nor create anything in a schema',
    sql: `select coalesce(r.rolname, 'PUBLIC') || ' has ' || a.privilege_type || ' on schema ' || n.nspname as found
      from pg_catalog.pg_namespace n, aclexplode(n.nspacl) a
      left join pg_catalog.pg_roles r on r.oid = a.grantee
      where n.nspname in ('public', 'private') and (a.grantee = 0 or r.rolname in ${tableless})
        and (n.nspname = 'private' or a.privilege_type = 'CREATE')`,
    remedy: 'revoke all on schema private from <role>; revoke create on schema public from <role>;',
  },
  {
    expectation: 'PUBLIC and anon may execute no function in the schema private',
    sql: `select case a.grantee when 0 then 'PUBLIC' else 'anon' end || ' may execute ' || p.oid::regprocedure as found
      from pg_catalog.pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where p.pronamespace = 'private'::regnamespace
        and (a.grantee = 0 or a.grantee = (select oid from pg_catalog.pg_roles where rolname = 'anon'))`,
    remedy: 'revoke execute on function <function> from <role>;',
  },
  {
    expectation: 'a new table or function is granted to nobody of the API by default',
    sql: `select d.defaclrole::regrole || ' would grant a new ' || case d.defaclobjtype when 'r' then 'table' else 'function' end
        || ' to ' || case a.grantee when 0 then 'PUBLIC' else a.grantee::regrole::text end as found
      from pg_catalog.pg_default_acl d, aclexplode(d.defaclacl) a
      where d.defaclnamespace = 'public'::regnamespace and d.defaclobjtype in ('r', 'f')
        and d.defaclrole = (select relowner from pg_catalog.pg_class where oid = 'public.accounts'::regclass)
        and (a.grantee = 0 or a.grantee in
          (select r.oid from pg_catalog.pg_roles r where r.rolname in ('anon', 'authenticated', 'guest_api', 'backoffice_api', 'jobs_api')))`,
    remedy: 'alter default privileges for role <role> in schema public revoke all on tables from <grantee>;',
  },
];
