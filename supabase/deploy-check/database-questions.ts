import type postgres from 'postgres';
import { askInDatabase, type SqlQuestion } from './ask-database.ts';
import { functionQuestion, schemaQuestions, tableQuestions } from './grant-questions.ts';
import type { Question } from './question.ts';
import type { Expectations } from './read-expectations.ts';
import { roleQuestions } from './role-questions.ts';
import { authQuestions, dataQuestions, storageQuestions } from './service-questions.ts';

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
    ...tableQuestions,
    functionQuestion(expected.functionGrants),
    ...schemaQuestions,
    ...authQuestions,
    ...storageQuestions(expected.storagePolicies),
    ...dataQuestions,
  ].map((question) => askInDatabase(connection, question));
}
