import type postgres from 'postgres';
import type { Check } from './check.ts';
import { checkInDatabase, type SqlCheck } from './check-in-database.ts';
import { functionCheck, schemaChecks, tableChecks } from './grant-checks.ts';
import type { Expectations } from './read-expectations.ts';
import { roleChecks } from './role-checks.ts';
import { authChecks, dataChecks, storageChecks } from './service-checks.ts';

const push = 'Push the migrations: docs/deploy.md, section 1.';

/** Whether there is a connection. Its errors have other remedies than those of the other checks. */
export function reachDatabase(connection: postgres.Sql): Check {
  return {
    expectation: 'the database can be reached',
    run: async () => {
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

/** The checks without which the others cannot run. */
export function firstDatabaseChecks(connection: postgres.Sql, { migrations }: Expectations): Check[] {
  const checks: SqlCheck[] = [
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
  return checks.map((check) => checkInDatabase(connection, check));
}

/** All other checks in the database. */
export function databaseChecks(connection: postgres.Sql, expected: Expectations): Check[] {
  return [
    ...roleChecks,
    ...tableChecks,
    functionCheck(expected.functionGrants),
    ...schemaChecks,
    ...authChecks,
    ...storageChecks(expected.storagePolicies),
    ...dataChecks,
  ].map((check) => checkInDatabase(connection, check));
}
