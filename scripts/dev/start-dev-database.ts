import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  emptyDataDir,
  listSeedFiles,
  type StackKeys,
  SupabaseLocalError,
  stderrLogger,
} from '@gudbro/supabase-local';
import { readIfThere } from '../start/read-if-there.ts';
import { type DemoDatabase, demoFiles, startDemoDatabase } from '../start/start-demo-database.ts';
import { copyBlankDatabase } from './copy-blank-database.ts';
import { formatDatabaseError } from './format-database-error.ts';
import { formatElapsed } from './format-elapsed.ts';
import { readFingerprint } from './read-fingerprint.ts';
import { watchFiles } from './watch-files.ts';
import { writeBaseline } from './write-baseline.ts';

export type DevDatabaseOptions = {
  /** The folder with `schemas`, `migrations`, `seeds`, `seed.sql`, `demo-dates.sql` and `demo-people.sql`. */
  supabaseDir: string;
  dataDir: string;
  port: number;
  keys: StackKeys;
  allowedOrigins?: readonly string[];
  /** The address to which mails lead. */
  siteUrl: string;
  onLine: (line: string) => void;
};

export type DevDatabase = { close: () => Promise<void> };

// No list of applied files: every file is applied each time.
const logger = { ...stderrLogger, info: () => undefined };

const sources = ['schemas', 'migrations', 'seeds', 'seed.sql', ...demoFiles, 'config.toml', 'scripts'];

/** Whether the database depends on this path. True for the folder itself as well, so that the watcher enters it. */
function isSource(relativePath: string): boolean {
  const [first = ''] = relativePath.split(path.sep);
  return first === '' || sources.includes(first);
}

/**
 * Runs the demo's database, and makes it again when one of its SQL files changes. If a file cannot be applied, the error is
 * reported and there is no database until the next change, which tries again.
 */
export async function startDevDatabase(options: DevDatabaseOptions): Promise<DevDatabase> {
  const { supabaseDir, onLine } = options;
  const state: State = { running: null, fingerprint: '' };
  const report = async (error: unknown, changed: readonly string[]) => {
    onLine(await formatDatabaseError(error, supabaseDir, changed));
    if (state.running === null) {
      onLine('There is no database until this is fixed. Save the file to try again.');
    }
  };
  await update(state, options, []).catch((error) => {
    if (isAboutTheMachine(error)) {
      throw error;
    }
    return report(error, []);
  });
  const watching = await watchFiles({
    paths: [supabaseDir],
    isIgnored: (file) => !isSource(path.relative(supabaseDir, file)),
    onChange: async (files) => {
      const names = files.map((file) => path.relative(path.dirname(supabaseDir), file));
      await update(state, options, names).catch((error) => report(error, names));
    },
  });
  return {
    close: async () => {
      await watching.close();
      await state.running?.close();
    },
  };
}

/** Whether the cause is this machine, such as a full disk, so that no change of a SQL file can help. */
function isAboutTheMachine(error: unknown): boolean {
  return error instanceof SupabaseLocalError && !['migration_failed', 'seed_failed'].includes(error.code);
}

type State = {
  running: DemoDatabase | null;
  /** The fingerprint of the files at the last try, whether it succeeded or not. */
  fingerprint: string;
};

/** Whether the baseline is made from this file, named relative to the repository's root. It is not made from seeds. */
function isBaselineSource(file: string): boolean {
  const [, first = ''] = file.split(path.sep);
  return ['schemas', 'scripts', 'config.toml'].includes(first);
}

/** `changed`: the files that changed. Empty at the start. */
async function update(state: State, options: DevDatabaseOptions, changed: readonly string[]): Promise<void> {
  const startedAt = performance.now();
  if (changed.length === 0 || changed.some(isBaselineSource)) {
    await writeBaseline(options.supabaseDir).catch((error) => options.onLine(error.message));
  }
  const fingerprint = await readFingerprint(options.supabaseDir);
  // The baseline that we write is a watched file too: its change comes here again, with nothing new.
  if (fingerprint === state.fingerprint) {
    return;
  }
  state.fingerprint = fingerprint;
  const { running } = state;
  state.running = null;
  await running?.close();
  state.running = await openDatabase(options, fingerprint);
  const time = formatElapsed(startedAt);
  options.onLine(
    changed.length === 0
      ? `Database started in ${time}.`
      : `Database made again in ${time}: ${changed.join(', ')} changed.`,
  );
}

/** Starts with the data of the last run, or with a new database if that data was made from other files. */
async function openDatabase(options: DevDatabaseOptions, fingerprint: string): Promise<DemoDatabase> {
  const { supabaseDir, dataDir, port, keys, siteUrl, allowedOrigins = [] } = options;
  const fingerprintFile = path.join(dataDir, 'made-of');
  if ((await readIfThere(fingerprintFile)) !== fingerprint) {
    await rm(fingerprintFile, { force: true });
    await emptyDataDir(dataDir);
    await copyBlankDatabase(dataDir, keys);
  }
  const database = await startDemoDatabase({
    supabaseDir,
    migrationsDir: path.join(supabaseDir, 'migrations'),
    seedFiles: listSeedFiles(supabaseDir),
    dataDir,
    port,
    keys,
    siteUrl,
    allowedOrigins,
    logger,
  });
  await writeFile(fingerprintFile, fingerprint);
  return database;
}
