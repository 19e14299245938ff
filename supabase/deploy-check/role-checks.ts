import type { SqlCheck } from './check-in-database.ts';

/** What the roles of our servers are, and who may act as them. */
export const roleChecks: SqlCheck[] = [
  {
    expectation: 'the roles of our servers are there, cannot log in and have no rights of an administrator',
    sql: `select name || coalesce(
          nullif(concat_ws(',', case when r.rolcanlogin then ' can log in' end, case when r.rolbypassrls then ' bypasses row-level security' end,
            case when r.rolsuper then ' is a superuser' end, case when r.rolcreaterole then ' may create roles' end), ''), ' is missing') as found
      from unnest(array['guest_api', 'backoffice_api', 'jobs_api']) as expected (name)
      left join pg_catalog.pg_roles r on r.rolname = name
      where r.oid is null or r.rolcanlogin or r.rolbypassrls or r.rolsuper or r.rolcreaterole`,
    remedy: 'alter role <name> nologin nobypassrls nocreaterole; a missing one comes with the migrations.',
  },
  {
    expectation: 'these roles give up a statement after five seconds and a lock after four',
    sql: `select r.rolname || ' has ' || coalesce(array_to_string(r.rolconfig, ', '), 'no setting') as found
      from pg_catalog.pg_roles r
      where r.rolname in ('guest_api', 'backoffice_api', 'jobs_api')
        and not coalesce(r.rolconfig @> array['statement_timeout=5s', 'lock_timeout=4s'], false)`,
    remedy:
      "alter role <name> set statement_timeout = '5s'; alter role <name> set lock_timeout = '4s'; notify pgrst, 'reload config';",
  },
  {
    expectation: 'PostgREST may act as these roles, and Storage as guest_api and jobs_api',
    sql: `select actor.rolname || ' may not act as ' || server.rolname as found
      from pg_catalog.pg_roles actor, pg_catalog.pg_roles server
      where (actor.rolname, server.rolname) in
          (('authenticator', 'guest_api'), ('authenticator', 'backoffice_api'), ('authenticator', 'jobs_api'), ('supabase_storage_admin', 'guest_api'), ('supabase_storage_admin', 'jobs_api'))
        and not pg_has_role(actor.oid, server.oid, 'set')`,
    remedy:
      'grant guest_api, backoffice_api, jobs_api to authenticator; and on self-hosted: grant authenticator to supabase_storage_admin;',
  },
  {
    expectation:
      'the roles of the servers are members of no other role, but for guest_api and jobs_api of anon',
    sql: `select member.rolname || ' is a member of ' || role.rolname as found
      from pg_catalog.pg_auth_members m
      join pg_catalog.pg_roles member on member.oid = m.member
      join pg_catalog.pg_roles role on role.oid = m.roleid
      where member.rolname in ('anon', 'guest_api', 'backoffice_api', 'jobs_api')
        and (member.rolname, role.rolname) not in (('guest_api', 'anon'), ('jobs_api', 'anon'))`,
    remedy: 'revoke <role> from <member>;',
  },
];
