import { SupabaseLocalError } from '@gudbro/supabase-local';
import { StartError } from './read-settings.ts';

/** Prints the error and ends the process. Errors with a message for the user are printed without their stack. */
export function endWithError(error: unknown): never {
  const isForUser = error instanceof StartError || error instanceof SupabaseLocalError;
  process.stderr.write(
    `${isForUser ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}
