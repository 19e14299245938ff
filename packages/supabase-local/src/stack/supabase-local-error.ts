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

/** An error that the user can fix. The message says how, and contains no secret. */
export class SupabaseLocalError extends Error {
  override readonly name = 'SupabaseLocalError';
  readonly code: SupabaseLocalErrorCode;

  constructor(code: SupabaseLocalErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
