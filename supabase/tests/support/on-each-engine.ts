// Gives the injected address of the server its type.

import { createNativeTestDatabase, type NativeTestDatabase } from '@gudbro/supabase-local/native';
import type {} from '@gudbro/supabase-local/native-setup';
import {
  createTestDatabase,
  type TestDatabase,
  type TestDatabaseOptions,
} from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, describe } from 'vitest';

/** Tells one story on PGlite and on native Postgres, each with a fresh database for the whole story. */
export function onEachEngine(
  story: string,
  options: TestDatabaseOptions,
  tell: (database: () => TestDatabase) => void,
): void {
  tellOn(`${story} (PGlite)`, () => createTestDatabase(options), tell);
  tellOn(`${story} (native Postgres)`, () => createNativeTestDatabase(options), tell);
}

/** Tells a story that needs several connections, so only native Postgres can. */
export function onNativePostgres(
  story: string,
  options: TestDatabaseOptions,
  tell: (database: () => NativeTestDatabase) => void,
): void {
  tellOn(`${story} (native Postgres)`, () => createNativeTestDatabase(options), tell);
}

function tellOn<D extends TestDatabase>(
  title: string,
  open: () => Promise<D>,
  tell: (database: () => D) => void,
): void {
  describe(title, () => {
    let opened: D | undefined;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());
    tell(() => {
      if (opened === undefined) throw new Error('the database opens before the first test');
      return opened;
    });
  });
}
