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
  /**
   * Runs what uses `connection`. On PGlite, which has one connection, nothing else uses it meanwhile: statements of two
   * requests would otherwise share one transaction, its role included. `sql` and `inTransaction` wait for their turn too.
   */
  runRequest<T>(run: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
