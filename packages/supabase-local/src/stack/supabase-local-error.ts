/** The stable codes of `SupabaseLocalError`. */
export type SupabaseLocalErrorCode =
  | 'port_taken'
  | 'data_dir_unwritable'
  | 'disk_full'
  | 'data_dir_in_use'
  | 'data_dir_broken'
  | 'database_unreachable'
  | 'other_baseline'
  | 'migration_failed'
  | 'migration_changed'
  | 'migration_missing'
  | 'migration_out_of_order'
  | 'seed_failed'
  | 'keys_missing'
  | 'keys_unsafe'
  | 'keys_invalid'
  | 'setting_invalid';

/** A line of a file with SQL. */
export interface SqlPosition {
  file: string;
  line: number;
}

/** An error that the user can fix. The message says how, and contains no secret. */
export class SupabaseLocalError extends Error {
  override readonly name = 'SupabaseLocalError';
  readonly code: SupabaseLocalErrorCode;
  /** Where a migration or seed failed; absent where Postgres does not say. */
  readonly position: SqlPosition | undefined;

  constructor(
    code: SupabaseLocalErrorCode,
    message: string,
    options: { cause?: unknown; position?: SqlPosition | undefined } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.position = options.position;
  }
}
