import type { Connection } from '@supabase/lite';

/** A row of a result. */
export type Row = Record<string, unknown>;

/**
 * Runs one statement with parameters `$1`, `$2` (for jsonb objects, not JSON text) or, without a list of
 * parameters, a whole script. Returns the rows of the last statement.
 */
export type Sql = <R extends Row = Row>(text: string, params?: readonly unknown[]) => Promise<R[]>;

/** The database of the stack, with one interface for both engines. */
export interface StackDatabase {
  readonly engine: 'pglite' | 'postgres';
  readonly connection: Connection;
  sql: Sql;
  inTransaction<T>(run: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
