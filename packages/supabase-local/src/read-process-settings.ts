import { SupabaseLocalError } from './stack/supabase-local-error.ts';

/** The settings of `serve-process`. */
export interface ProcessSettings {
  host: string;
  port: number;
  dataDir: string;
  keysFile: string;
  databaseUrl?: string;
  migrationsDir?: string;
  seedFiles?: string[];
  allowedOrigins?: string[];
  production: boolean;
}

/** Reads the settings from the environment. Throws `setting_invalid`, which names the variable. */
export function readProcessSettings(env: Record<string, string | undefined>): ProcessSettings {
  const dataDir = env['DATA_DIR'] || '.data';
  const databaseUrl = env['DATABASE_URL'];
  const migrationsDir = env['SUPABASE_MIGRATIONS_DIR'];
  const seedFiles = env['SUPABASE_SEED_FILES'];
  const allowedOrigins = env['SUPABASE_ALLOWED_ORIGINS'];
  return {
    host: env['HOST'] || '127.0.0.1',
    port: readPort(env['SUPABASE_PORT'] || '54321'),
    dataDir,
    keysFile: env['KEYS_FILE'] || `${dataDir}/keys.json`,
    ...(databaseUrl ? { databaseUrl: checkDatabaseUrl(databaseUrl) } : {}),
    ...(migrationsDir ? { migrationsDir } : {}),
    ...(seedFiles ? { seedFiles: seedFiles.split(',') } : {}),
    ...(allowedOrigins ? { allowedOrigins: allowedOrigins.split(',') } : {}),
    production: env['SUPABASE_LOCAL_PRODUCTION'] === '1',
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new SupabaseLocalError('setting_invalid', `SUPABASE_PORT is not a port number: ${text}`);
}

/** The address contains a password, so the message does not repeat it. */
function checkDatabaseUrl(text: string): string {
  const isPostgres = URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
  if (isPostgres) return text;
  throw new SupabaseLocalError('setting_invalid', 'DATABASE_URL is not a postgres:// address');
}
