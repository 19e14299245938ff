// Writes the migration from the newest one to supabase/schemas: `pnpm db:migration add_room_notes`. After the first
// release; until then `pnpm db:baseline`. Read what it wrote: it knows neither rows nor buckets nor storage policies.
import { writeFile } from 'node:fs/promises';
import { createNativeTestDatabase, startNativePostgres } from '@gudbro/supabase-local/native';
import { applySchemas } from './apply-schemas.ts';
import { diffDatabases } from './diff-databases.ts';

async function diffFromMigrationsToSchemas(): Promise<string> {
  const server = await startNativePostgres();
  try {
    const migrated = await createNativeTestDatabase({ serverUrl: server.url });
    const built = await createNativeTestDatabase({ serverUrl: server.url, migrationsDir: null });
    try {
      await applySchemas(built.connect());
      return await diffDatabases(migrated.databaseUrl, built.databaseUrl);
    } finally {
      await Promise.all([migrated.close(), built.close()]);
    }
  } finally {
    await server.close();
  }
}

const [name = ''] = process.argv.slice(2);
if (!/^[a-z0-9_]+$/.test(name)) {
  throw new Error('Name the migration after what changes, in lower case: pnpm db:migration add_room_notes');
}
const sql = await diffFromMigrationsToSchemas();
if (sql === '') {
  process.stdout.write('supabase/migrations and supabase/schemas are equal: there is nothing to write.\n');
} else {
  const version = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const file = new URL(`../migrations/${version}_${name}.sql`, import.meta.url);
  await writeFile(file, `${sql}\n`);
  process.stdout.write(
    `supabase/migrations/${version}_${name}.sql is written. Read it, then run the tests.\n`,
  );
}
