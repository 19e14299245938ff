import { openPglite, type PgliteDatabase } from '../stack/open-pglite.ts';
import type { SchemaSources } from '../stack/prepare-database.ts';
import { migrateForTests } from './migrate-for-tests.ts';
import { readOrMakeTemplate } from './read-or-make-template.ts';
import { chooseSources, computeTemplateKey, type TestDatabaseOptions } from './template-key.ts';
import { createTestDatabaseOn, type TestDatabase } from './test-database.ts';

/** Creates a database on PGlite in this process, from a template that is made once per schema. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  return createTestDatabaseOn(await openFromTemplate(options), options);
}

/** Creates only the database, without the stack. */
export async function openFromTemplate(options: TestDatabaseOptions): Promise<PgliteDatabase> {
  const sources = chooseSources(options);
  const key = await computeTemplateKey(sources);
  const template = await readOrMakeTemplate(`${key}.tar`, () => dumpMigratedDatabase(sources));
  return openPglite({ template: new Blob([template]) });
}

async function dumpMigratedDatabase(sources: Required<SchemaSources>): Promise<Uint8Array> {
  const database = await openPglite();
  try {
    await migrateForTests(database, sources);
    const dump = await database.dump();
    return new Uint8Array(await dump.arrayBuffer());
  } finally {
    await database.close();
  }
}
