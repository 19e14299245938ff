import { tmpdir } from 'node:os';
import { createStackApp } from '../stack/create-stack-app.ts';
import { createFileStorageAdapter } from '../stack/file-storage-adapter.ts';
import type { Logger } from '../stack/logger.ts';
import { prepareDatabase, type SchemaSources } from '../stack/prepare-database.ts';
import type { StackDatabase } from '../stack/stack-database.ts';

const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Migrates a template database. The keys are never used: each database made from it gets its own. */
export async function migrateForTests(
  database: StackDatabase,
  sources: Required<SchemaSources>,
): Promise<void> {
  const keys = {
    jwtSecret: 'a template serves no requests, so this signs nothing',
    publishableKey: 'sb_publishable_template',
    secretKey: 'sb_secret_template',
  };
  const { app } = createStackApp(database, keys, createFileStorageAdapter(tmpdir()));
  await prepareDatabase(database, app, sources, silentLogger);
}
