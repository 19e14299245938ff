import { createNativeTestDatabase, type NativeTestDatabase } from '@gudbro/supabase-local/native';
// Declares the type of the server's address, which createNativeTestDatabase gets from vitest.
import type {} from '@gudbro/supabase-local/native-setup';
import {
  createTestDatabase,
  type TestDatabase,
  type TestDatabaseOptions,
} from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, describe } from 'vitest';

/**
 * Runs the tests on PGlite, which `npm start` uses, and on native Postgres, which production uses. That is for tests of
 * what an engine brings along: roles and grants, policies of Storage, how errors arrive, extensions, time zones,
 * collations, random bytes. A PGlite takes seconds to open.
 */
export function onEachEngine(
  topic: string,
  options: TestDatabaseOptions,
  defineTests: (database: () => TestDatabase) => void,
): void {
  const database = shareInFile(options);
  describe(`${topic}, on PGlite`, () => defineTests(database));
  onNativePostgres(topic, options, defineTests);
}

/**
 * Runs the tests on native Postgres only, as most: what our functions decide cannot differ between two builds of the same
 * Postgres. It also has several connections, for tests of concurrency.
 */
export function onNativePostgres(
  topic: string,
  options: TestDatabaseOptions,
  defineTests: (database: () => NativeTestDatabase) => void,
): void {
  describe(`${topic}, on native Postgres`, () => {
    let opened: NativeTestDatabase | undefined;
    beforeAll(async () => {
      opened = await createNativeTestDatabase(options);
    });
    afterAll(() => opened?.close());
    defineTests(() => requireOpened(opened));
  });
}

const sharedInFile = new Map<string, () => TestDatabase>();

/** Opening a PGlite takes longer than most tests, so those of one file share one for each set of options. */
function shareInFile(options: TestDatabaseOptions): () => TestDatabase {
  const key = JSON.stringify(options);
  const database = sharedInFile.get(key) ?? openForFile(options);
  sharedInFile.set(key, database);
  return database;
}

function openForFile(options: TestDatabaseOptions): () => TestDatabase {
  let opened: TestDatabase | undefined;
  beforeAll(async () => {
    opened = await createTestDatabase(options);
  });
  afterAll(() => opened?.close());
  return () => requireOpened(opened);
}

function requireOpened<D>(opened: D | undefined): D {
  if (opened === undefined) throw new Error('the database opens before the first test');
  return opened;
}
