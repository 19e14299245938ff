import { readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readSchemaFiles } from './read-schema-files.ts';
import { writeDocumentRules } from './write-document-rules.ts';

const migrationsDir = new URL('../migrations/', import.meta.url);
const baseline = '20261127000000_baseline.sql';

const header = `-- Made from supabase/schemas by \`pnpm db:baseline\`. Change the schemas, never this file.`;

/** Writes the only migration, which creates the whole schema, and returns its path. For use until the first release. */
export async function writeBaseline(): Promise<string> {
  const later = (await readdir(migrationsDir)).filter((file) => file.endsWith('.sql') && file !== baseline);
  if (later.length > 0) {
    throw new Error(`The baseline is closed: ${later.join(', ')} came after it. Write a migration instead.`);
  }
  await writeDocumentRules();
  const files = await readSchemaFiles();
  const parts = files.map(({ path, content }) => `-- ${path}\n\n${content.trim()}`);
  const file = new URL(baseline, migrationsDir);
  await writeFile(file, `${[header, ...parts].join('\n\n')}\n`);
  return fileURLToPath(file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeBaseline();
}
