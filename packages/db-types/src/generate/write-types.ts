import { writeFile } from 'node:fs/promises';
import { createNativeTestDatabase, startNativePostgres } from '@gudbro/supabase-local/native';
// The server's address, which only tests inject, has its type there.
import type {} from '@gudbro/supabase-local/native-setup';
import { generateTypes } from './generate-types.ts';

const server = await startNativePostgres();
try {
  const database = await createNativeTestDatabase({ serverUrl: server.url });
  try {
    await writeFile(
      new URL('../database.types.ts', import.meta.url),
      await generateTypes(database.databaseUrl),
    );
  } finally {
    await database.close();
  }
} finally {
  await server.close();
}
