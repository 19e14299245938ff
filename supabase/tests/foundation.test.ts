import { expect, it } from 'vitest';
import { readSchemaFiles } from '../scripts/read-schema-files.ts';
import { catchDatabaseError } from './support/database-error.ts';
import { onEachEngine } from './support/on-each-engine.ts';

onEachEngine('the roles of our servers', {}, (database) => {
  it.each(['guest_api', 'backoffice_api', 'jobs_api'])(
    '%s gives up a statement and a lock before its server hangs up after eight seconds',
    async (role) => {
      const [row] = await database().sql('select rolconfig from pg_catalog.pg_roles where rolname = $1', [
        role,
      ]);
      expect(row).toEqual({ rolconfig: ['statement_timeout=5s', 'lock_timeout=4s'] });
    },
  );

  it.each(['guest_api', 'backoffice_api', 'jobs_api'])('PostgREST may act as %s', async (role) => {
    const [row] = await database().sql(`select pg_has_role('authenticator', $1, 'set') as may`, [role]);
    expect(row).toEqual({ may: true });
  });
});

onEachEngine('an older Postgres', { migrationsDir: null }, (database) => {
  it('is refused by name, by the first statement of all', async () => {
    const [first] = await readSchemaFiles();
    const [statement = ''] =
      first?.content
        .replaceAll(/^--.*$/gm, '')
        .trim()
        .split(/(?<=\$\$;)\n/) ?? [];
    expect(statement).toContain('170000');
    await database().sql(statement);
    // The server of the test is new enough, so the statement is given a higher bound.
    const refusal = await catchDatabaseError(database().sql(statement.replace('170000', '990000')));
    expect(refusal.message).toMatch(/^GudBro Stays needs Postgres 17 or later. This server is Postgres \d+/);
  });
});
