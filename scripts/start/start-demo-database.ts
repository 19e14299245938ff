import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type RunningSupabase, type StartOptions, startSupabase } from '@gudbro/supabase-local';
import { type DemoPerson, readDemoPeople, signUpDemoPeople } from './demo-people.ts';

type DemoDatabaseOptions = Omit<StartOptions, 'host' | 'jobs'> & {
  /** The repository's own when absent. */
  supabaseDir?: string;
};

export type DemoDatabase = RunningSupabase & { demoPeople: readonly DemoPerson[] };

const ownDir = path.join(import.meta.dirname, '../../supabase');

/** Starts the embedded Supabase with the demo's data and people. */
export async function startDemoDatabase(options: DemoDatabaseOptions): Promise<DemoDatabase> {
  const { supabaseDir = ownDir, ...rest } = options;
  const demoDates = await readFile(path.join(supabaseDir, 'demo-dates.sql'), 'utf8');
  const supabase = await startSupabase({
    ...rest,
    // A phone never talks to the database: it stays on this machine, whatever HOST the apps listen on.
    host: '127.0.0.1',
    jobs: [
      { name: 'demo dates', sql: demoDates, everySeconds: 3600 },
      { name: 'sweep', sql: 'select public.sweep()', everySeconds: 900 },
    ],
  });
  try {
    await supabase.query(demoDates);
    const demoPeople = await readDemoPeople(options.dataDir);
    await signUpDemoPeople(demoPeople, supabase.url, options.keys.publishableKey);
    return { ...supabase, demoPeople };
  } catch (error) {
    await supabase.close();
    throw error;
  }
}
