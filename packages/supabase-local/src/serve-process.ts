import { readOrCreateKeys } from './read-or-create-keys.ts';
import { readProcessSettings } from './read-process-settings.ts';
import { stderrLogger } from './stack/logger.ts';
import { readErrorMessage } from './stack/read-error.ts';
import { SupabaseLocalError } from './stack/supabase-local-error.ts';
import { type RunningSupabase, startSupabase } from './start-supabase.ts';

async function start(): Promise<RunningSupabase> {
  const { keysFile, production, ...settings } = readProcessSettings(process.env);
  const keys = await readOrCreateKeys(keysFile, { production });
  return startSupabase({ ...settings, keys });
}

/** Prints one line for an error that the user can fix, and the whole stack for any other. */
function fail(error: unknown): void {
  stderrLogger.error(error instanceof SupabaseLocalError ? error.message : readErrorStack(error));
  process.exit(1);
}

function readErrorStack(error: unknown): string {
  return error instanceof Error && error.stack !== undefined ? error.stack : readErrorMessage(error);
}

/** The first signal ends the process. A signal during the start takes effect when the start is complete. */
function endOnSignal(starting: Promise<RunningSupabase>): void {
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    starting.then((running) => running.close()).then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

const starting = start();
endOnSignal(starting);
starting.then(
  (running) => process.stdout.write(`${JSON.stringify({ ready: true, url: running.url })}\n`),
  fail,
);
