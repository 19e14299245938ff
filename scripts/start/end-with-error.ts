import { SupabaseLocalError } from '@gudbro/supabase-local';
import { StartError } from './read-settings.ts';

/** Ends the process with what went wrong: a message for a person alone, a fault of ours with its stack. */
export function endWithError(error: unknown): never {
  const isForThePerson = error instanceof StartError || error instanceof SupabaseLocalError;
  process.stderr.write(
    `${isForThePerson ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}
