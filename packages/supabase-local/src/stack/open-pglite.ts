import type { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { citext } from '@electric-sql/pglite/contrib/citext';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { createPgliteConnection } from '@supabase/lite/pglite';
import { disableUnsafeDefaults } from './disable-unsafe-defaults.ts';
import type { Row, Sql, StackDatabase } from './stack-database.ts';

/** The options of `openPglite`. */
export interface OpenPgliteOptions {
  /** The folder of the database; without one it is in memory. */
  dir?: string;
  /** A dump of a data folder to start from. */
  template?: Blob;
}

/** A database on PGlite. */
export interface PgliteDatabase extends StackDatabase {
  /** Returns the data folder as a tar, a template from which another database can start. */
  dump(): Promise<Blob>;
}

/** Opens PGlite with the extensions of hosted Supabase that we use. lite adds pgcrypto. */
export async function openPglite(options: OpenPgliteOptions = {}): Promise<PgliteDatabase> {
  const connection = await createPgliteConnection({
    ...(options.dir === undefined ? {} : { url: options.dir }),
    pgliteOptions: {
      extensions: { btree_gist, citext, pg_trgm, unaccent },
      ...(options.template === undefined ? {} : { loadDataDir: options.template }),
    },
  });
  disableUnsafeDefaults(connection);
  const { driver } = connection;
  await driver.waitReady;
  // As on hosted Supabase, where extensions are in a schema of their own.
  await driver.exec(`set search_path = "$user", public, extensions; set time zone 'UTC'`);
  return {
    engine: 'pglite',
    connection,
    sql: wrapSql(driver),
    inTransaction: (run) => driver.transaction((inner) => run(wrapSql(inner))),
    dump: () => driver.dumpDataDir('none'),
    close: () => connection.close(),
  };
}

function wrapSql(driver: Pick<PGlite, 'query' | 'exec'>): Sql {
  return async <R extends Row>(text: string, params?: readonly unknown[]) => {
    if (params !== undefined) return (await driver.query<R>(text, [...params])).rows;
    const results = await driver.exec(text);
    // The caller gives the type of the rows; `exec`, unlike `query`, has no type parameter for it.
    return (results.at(-1)?.rows ?? []) as R[];
  };
}
