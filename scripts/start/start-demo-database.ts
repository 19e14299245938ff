import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type RunningSupabase, type StartOptions, startSupabase } from '@gudbro/supabase-local';
import { type DemoPerson, readDemoPeople, signUpDemoPeople } from './demo-people.ts';

type DemoDatabaseOptions = Omit<StartOptions, 'host' | 'jobs'> & {
  /** Default: the repository's own folder. */
  supabaseDir?: string;
};

export type DemoDatabase = RunningSupabase & { demoPeople: readonly DemoPerson[] };

/** The SQL files of the demo that are not seeds: they run at every start, as superuser. */
export const demoFiles = ['demo-dates.sql', 'demo-people.sql'] as const;

// Only the apps on this machine use the database, so it does not listen on HOST as they do.
const localHost = '127.0.0.1';
const sweep = { name: 'sweep', sql: 'select public.sweep()', everySeconds: 900 };

const ownDir = path.join(import.meta.dirname, '../../supabase');

/** Starts the embedded Supabase with the demo's data and people. */
export async function startDemoDatabase(options: DemoDatabaseOptions): Promise<DemoDatabase> {
  const { supabaseDir = ownDir, ...rest } = options;
  const [demoDates = '', demoPeopleSql = ''] = await Promise.all(
    demoFiles.map((file) => readFile(path.join(supabaseDir, file), 'utf8')),
  );
  const supabase = await startSupabase({
    ...rest,
    host: localHost,
    jobs: [{ name: 'demo dates', sql: demoDates, everySeconds: 3600 }, sweep],
  });
  try {
    await supabase.query(demoDates);
    const demoPeople = await readDemoPeople(options.dataDir);
    await signUpDemoPeople(demoPeople, supabase, options.keys.publishableKey);
    await supabase.query(demoPeopleSql);
    return { ...supabase, demoPeople };
  } catch (error) {
    await supabase.close();
    throw error;
  }
}

/** Starts the embedded Supabase without any data: no place, and nobody who could sign in. */
export async function startEmptyDatabase(
  options: Omit<StartOptions, 'host' | 'jobs'>,
): Promise<DemoDatabase> {
  const supabase = await startSupabase({ ...options, seedFiles: [], host: localHost, jobs: [sweep] });
  return { ...supabase, demoPeople: [] };
}
