import type { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { citext } from '@electric-sql/pglite/contrib/citext';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { createPgliteConnection } from '@supabase/lite/pglite';
import { createTurns } from './create-turns.ts';
import { disableGrants } from './disable-grants.ts';
import { withoutParameters } from './hide-parameters.ts';
import { readErrorCode } from './read-error.ts';
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
  disableGrants(connection);
  const { driver } = connection;
  await driver.waitReady;
  // As on hosted Supabase, where extensions are in a schema of their own.
  await driver.exec(`set search_path = "$user", public, extensions; set time zone 'UTC'`);
  const runAlone = createRunAlone(driver);
  const sql = wrapSql(driver);
  return {
    engine: 'pglite',
    connection,
    sql: (text, params) => runAlone(() => sql(text, params)),
    inTransaction: (run) => runAlone(() => driver.transaction((inner) => run(wrapSql(inner)))),
    runRequest: runAlone,
    dump: () => driver.dumpDataDir('none'),
    close: () => connection.close(),
  };
}

/**
 * Returns a function that runs the users of the one connection in turn, and ends a transaction that one of them has left
 * open.
 *
 * PGlite fails on some parameters while it writes the message that binds them (such as an object for a
 * text), and sends what it has written with the next statement, which fails with 08P01. If that is the ROLLBACK, every
 * statement after it fails with 25P02.
 */
function createRunAlone(driver: PGlite): <T>(run: () => Promise<T>) => Promise<T> {
  let isBroken = false;
  const query = driver.query.bind(driver);
  driver.query = (...args) =>
    withoutParameters(async () => {
      try {
        return await query<never>(...args);
      } catch (error) {
        isBroken ||= isProtocolError(error);
        throw error;
      }
    });
  const rollBack = async () => {
    isBroken = false;
    // PGlite writes a message in two buffers, and each may have a part to send before this works.
    const roll = () => query('rollback');
    await roll().catch(roll).catch(roll);
  };
  const runInTurn = createTurns();
  return (run) =>
    runInTurn(async () => {
      try {
        return await run();
      } finally {
        if (isBroken) await rollBack();
      }
    });
}

/** Postgres could not read a message, or has an aborted transaction, or PGlite could not write the message. */
function isProtocolError(error: unknown): boolean {
  const code = readErrorCode(error);
  return code === undefined || code === '08P01' || code === '25P02' || code.startsWith('ERR_');
}

function wrapSql(driver: Pick<PGlite, 'query' | 'exec'>): Sql {
  return <R extends Row>(text: string, params?: readonly unknown[]) =>
    withoutParameters(async () => {
      if (params !== undefined) return (await driver.query<R>(text, [...params])).rows;
      const results = await driver.exec(text);
      // The caller gives the type of the rows; `exec`, unlike `query`, has no type parameter for it.
      return (results.at(-1)?.rows ?? []) as R[];
    });
}
