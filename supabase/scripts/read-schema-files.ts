import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'smol-toml';
import { z } from 'zod';

export interface SchemaFile {
  /** The path within supabase/, as in config.toml: `schemas/rooms.sql`. */
  path: string;
  content: string;
}

const folder = new URL('../', import.meta.url);
const configSchema = z.object({
  db: z.object({ migrations: z.object({ schema_paths: z.array(z.string()) }) }),
});

/** Reads the files of supabase/schemas in the order of config.toml, in which a file may use those before it. Throws if one is not listed. */
export async function readSchemaFiles(): Promise<SchemaFile[]> {
  const config = configSchema.parse(parse(await readFile(new URL('config.toml', folder), 'utf8')));
  const paths = config.db.migrations.schema_paths.map((path) => path.replace(/^\.\//, ''));
  await requireAllListed(paths);
  return Promise.all(
    paths.map(async (path) => ({ path, content: await readFile(new URL(path, folder), 'utf8') })),
  );
}

async function requireAllListed(paths: readonly string[]): Promise<void> {
  const files = await readdir(new URL('schemas/', folder), { recursive: true });
  const unlisted = files
    .filter((file) => file.endsWith('.sql'))
    .map((file) => `schemas/${file.replaceAll('\\', '/')}`)
    .filter((path) => !paths.includes(path));
  if (unlisted.length > 0) {
    throw new Error(`schema_paths in supabase/config.toml does not list ${unlisted.join(', ')}`);
  }
}
