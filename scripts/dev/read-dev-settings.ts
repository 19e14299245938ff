import path from 'node:path';
import { readSettings, type Settings, StartError } from '../start/read-settings.ts';

/** The settings of `npm start`, with a data folder of its own inside that one's. */
export function readDevSettings(env: Record<string, string | undefined>, flags: readonly string[]): Settings {
  const settings = readSettings(env, flags);
  if (settings.databaseUrl !== null) {
    throw new StartError(
      'pnpm dev empties its database when a SQL file changes, so it runs on the embedded one alone: leave DATABASE_URL out.',
    );
  }
  return { ...settings, dataDir: path.join(settings.dataDir, 'dev') };
}
