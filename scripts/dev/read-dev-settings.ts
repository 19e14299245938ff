import path from 'node:path';
import { readSettings, type Settings, StartError } from '../start/read-settings.ts';

/** Reads the settings of `npm start`, but with a data folder of its own inside that one. */
export function readDevSettings(env: Record<string, string | undefined>, flags: readonly string[]): Settings {
  const settings = readSettings(env, flags);
  if (settings.databaseUrl !== null) {
    throw new StartError(
      'pnpm dev empties its database when a SQL file changes, so it only uses the embedded one: leave DATABASE_URL out.',
    );
  }
  if (settings.isEmpty) {
    throw new StartError(
      'pnpm dev always has the demo data. Use npm start -- --empty, with a DATA_DIR of its own.',
    );
  }
  return { ...settings, dataDir: path.join(settings.dataDir, 'dev') };
}
