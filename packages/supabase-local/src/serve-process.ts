import { readOrCreateKeys } from './read-or-create-keys.ts';
import { readProcessSettings } from './read-process-settings.ts';
import { describeError } from './stack/describe-error.ts';
import { stderrLogger } from './stack/logger.ts';
import { SupabaseLocalError } from './stack/supabase-local-error.ts';
import { type RunningSupabase, startSupabase } from './start-supabase.ts';

async function start(): Promise<RunningSupabase> {
  const { keysFile, production, ...settings } = readProcessSettings(process.env);
  const keys = await readOrCreateKeys(keysFile, { production });
  return startSupabase({ ...settings, keys });
}

/** One line for a reason a person can act on, the whole error for one of ours. */
function fail(error: unknown): void {
  stderrLogger.error(error instanceof SupabaseLocalError ? error.message : errorStack(error));
  process.exit(1);
}

function errorStack(error: unknown): string {
  return error instanceof Error && error.stack !== undefined ? error.stack : describeError(error);
}

/** The first signal ends it; a signal that comes before it is up ends it once it is. */
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
