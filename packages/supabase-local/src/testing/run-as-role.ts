import type { Sql, StackDatabase } from '../stack/stack-database.ts';

/** The claims of a token: `sub` of the user, and whatever else a policy reads. */
export type Claims = Record<string, unknown>;

/** Runs statements in a transaction with the role and the `request.jwt.*` settings that lite sets for a request. */
export function runAsRole<T>(
  database: StackDatabase,
  role: string,
  claims: Claims | null,
  run: (sql: Sql) => Promise<T>,
): Promise<T> {
  return database.inTransaction(async (sql) => {
    const jwt = { role, ...claims };
    await sql(
      `select set_config('request.jwt.claim.sub', $1, true), set_config('request.jwt.claim.role', $2, true),
              set_config('request.jwt.claims', $3, true), set_config('role', $2, true)`,
      [
        typeof claims?.['sub'] === 'string' ? claims['sub'] : '',
        role,
        claims === null ? '' : JSON.stringify(jwt),
      ],
    );
    return run(sql);
  });
}
