import type { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { citext } from '@electric-sql/pglite/contrib/citext';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { createPgliteConnection } from '@supabase/lite/pglite';
import type { Row, Sql, StackDatabase } from './stack-database.ts';
import { tameConnection } from './tame-connection.ts';

export interface OpenPgliteOptions {
  /** A folder; in memory when absent. */
  dir?: string;
  /** A dump of a data folder to begin from. */
  template?: Blob;
}

export interface PgliteDatabase extends StackDatabase {
  /** The whole data folder as a tar: the template another database can begin from. */
  dump(): Promise<Blob>;
}

/** Opens PGlite with the extensions hosted Supabase has and ours use. lite itself adds pgcrypto. */
export async function openPglite(options: OpenPgliteOptions = {}): Promise<PgliteDatabase> {
  const connection = await createPgliteConnection({
    ...(options.dir === undefined ? {} : { url: options.dir }),
    pgliteOptions: {
      extensions: { btree_gist, citext, pg_trgm, unaccent },
      ...(options.template === undefined ? {} : { loadDataDir: options.template }),
    },
  });
  tameConnection(connection);
  const { driver } = connection;
  await driver.waitReady;
  // As on hosted Supabase, where extensions live in a schema of their own.
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
    // The caller names the type of the rows, as for `query` above; `exec` has no place to say it.
    return (results.at(-1)?.rows ?? []) as R[];
  };
}
