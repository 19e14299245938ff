import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const cli = join(dirname(fileURLToPath(import.meta.resolve('supabase/package.json'))), 'dist', 'supabase.js');

/** The CLI gets no token, sends no telemetry and writes its notes into a folder of its own. */
function environmentOf(home: string): NodeJS.ProcessEnv {
  const { PATH, TMPDIR, SystemRoot } = process.env;
  return {
    PATH,
    TMPDIR,
    SystemRoot,
    HOME: home,
    SUPABASE_HOME: home,
    DO_NOT_TRACK: '1',
    SUPABASE_TELEMETRY_DISABLED: '1',
    SUPABASE_NO_UPDATE_NOTIFIER: '1',
    NO_COLOR: '1',
  };
}

/**
 * Runs Supabase's own CLI on this repository and gives what it printed. Throws, with what it said, when it ends with
 * anything but 0. `workdir` is a folder with a `supabase/` in it.
 */
export async function runSupabaseCli(args: string[], workdir: string = repository): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'supabase-cli-'));
  try {
    const { stdout } = await run(process.execPath, [cli, ...args, '--workdir', workdir, '--agent', 'no'], {
      env: environmentOf(home),
      maxBuffer: 64 * 1024 * 1024,
      timeout: 120_000,
    });
    return stdout;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
