export type { StackKeys } from './stack/create-stack-app.ts';
export { emptyDataDir } from './stack/empty-data-dir.ts';
export { type Logger, stderrLogger } from './stack/logger.ts';
export { listSeedFiles } from './stack/prepare-database.ts';
export type { Job } from './stack/run-jobs.ts';
export type { Row, Sql } from './stack/stack-database.ts';
export {
  type SqlPosition,
  SupabaseLocalError,
  type SupabaseLocalErrorCode,
} from './stack/supabase-local-error.ts';
export { type RunningSupabase, type StartOptions, startSupabase } from './start-supabase.ts';
