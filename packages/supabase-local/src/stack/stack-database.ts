import type { Connection } from '@supabase/lite';

export type Row = Record<string, unknown>;

/**
 * Runs one statement with parameters `$1`, `$2` (objects for jsonb, not JSON text), or, without a list of
 * parameters, a whole script, and gives the rows of the last statement.
 */
export type Sql = <R extends Row = Row>(text: string, params?: readonly unknown[]) => Promise<R[]>;

/** The database under the stack, the same to everything above it on either engine. */
export interface StackDatabase {
  readonly engine: 'pglite' | 'postgres';
  readonly connection: Connection;
  sql: Sql;
  inTransaction<T>(run: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
