import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { openPostgres } from '../stack/open-postgres.ts';
import type { SchemaSources } from '../stack/prepare-database.ts';
import { createDatabase } from './create-database.ts';
import { migrateForTests } from './migrate-for-tests.ts';
// Declares what `inject` below gives.
import type {} from './native-setup.ts';
import { chooseSources, computeTemplateKey, type TestDatabaseOptions } from './template-key.ts';
import { createTestDatabaseOn, type TestDatabase } from './test-database.ts';

/** The options of `createNativeTestDatabase`. */
export interface NativeTestDatabaseOptions extends TestDatabaseOptions {
  /** The server to use, by default that of `native-setup`. */
  serverUrl?: string;
}

/** A test database on native Postgres. */
export interface NativeTestDatabase extends TestDatabase {
  databaseUrl: string;
  /** Opens separate connections, for tests of concurrency. They are closed with the database. */
  connect(options?: { max?: number }): postgres.Sql;
}

/** Like `createTestDatabase`, on native Postgres. It copies a template that is made once per server. */
export async function createNativeTestDatabase(
  options: NativeTestDatabaseOptions = {},
): Promise<NativeTestDatabase> {
  const serverUrl = options.serverUrl ?? (await findServerUrl());
  const sources = chooseSources(options);
  const template = `template_${await computeTemplateKey(sources)}`;
  await makeTemplate(serverUrl, template, sources);
  const name = `test_${randomBytes(8).toString('hex')}`;
  const databaseUrl = await createDatabase(serverUrl, name, template);
  const database = await createTestDatabaseOn(await openPostgres(databaseUrl), options);
  const connections: postgres.Sql[] = [];
  return {
    ...database,
    databaseUrl,
    connect: ({ max = 1 } = {}) => {
      const connection = postgres(databaseUrl, { max, onnotice: () => undefined });
      connections.push(connection);
      return connection;
    },
    close: async () => {
      await Promise.all(connections.map((connection) => connection.end({ timeout: 1 })));
      await database.close();
      await dropDatabase(serverUrl, name);
    },
  };
}

// An arbitrary number. Of workers that start at the same time, the one that takes this lock makes the template.
const templateLock = 7_330_202;

async function makeTemplate(
  serverUrl: string,
  name: string,
  sources: Required<SchemaSources>,
): Promise<void> {
  const server = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    await server`select pg_advisory_lock(${templateLock})`;
    const known = await server`select from pg_catalog.pg_database where datname = ${name}`;
    if (known.length > 0) return;
    // It has another name until it is complete, so that a failed migration leaves no partial template.
    const draft = `${name}_draft`;
    await server`drop database if exists ${server(draft)} with (force)`;
    await migrateDraft(await createDatabase(serverUrl, draft), sources);
    await server`alter database ${server(draft)} rename to ${server(name)}`;
  } finally {
    await server.end();
  }
}

async function migrateDraft(url: string, sources: Required<SchemaSources>): Promise<void> {
  const database = await openPostgres(url, { max: 1 });
  try {
    await migrateForTests(database, sources);
  } finally {
    await database.close();
  }
}

async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const server = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    await server`drop database ${server(name)} with (force)`;
  } finally {
    await server.end();
  }
}

async function findServerUrl(): Promise<string> {
  const { inject } = await import('vitest');
  return inject('nativePostgresUrl');
}
