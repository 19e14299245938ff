import { createStackApp, type StackKeys } from './stack/create-stack-app.ts';
import { createFileStorageAdapter } from './stack/file-storage-adapter.ts';
import { type Listening, listen } from './stack/listen.ts';
import { type Logger, stderrLogger } from './stack/logger.ts';
import { createMailbox } from './stack/mailbox.ts';
import { type DataDir, openDataDir } from './stack/open-data-dir.ts';
import { openPostgres } from './stack/open-postgres.ts';
import { openStoredPglite } from './stack/open-stored-pglite.ts';
import { prepareDatabase, type SchemaSources } from './stack/prepare-database.ts';
import { type Job, runJobs } from './stack/run-jobs.ts';
import type { Sql, StackDatabase } from './stack/stack-database.ts';

/** The options of `startSupabase`. */
export interface StartOptions extends SchemaSources {
  /** The address to listen on, by default 127.0.0.1. */
  host?: string;
  /** By default 0, which takes a free port. */
  port?: number;
  /** The folder for the database (unless `databaseUrl` is set) and the stored files. Created if it is missing. */
  dataDir: string;
  /** The address of a Postgres to use instead of PGlite. */
  databaseUrl?: string;
  keys: StackKeys;
  /** The origins whose pages may use the database. By default none: our apps use it from their servers. */
  allowedOrigins?: readonly string[];
  /**
   * The address of the app to which mails lead. With it a sign-up is confirmed by mail, and the mails are on a page of this
   * server, `/_mail`. Without it a sign-up needs no confirmation.
   */
  siteUrl?: string;
  jobs?: readonly Job[];
  logger?: Logger;
}

/** A started stack. */
export interface RunningSupabase {
  url: string;
  port: number;
  /** Forgets the mails so far, such as those to people whom the start itself signed up. */
  emptyMailbox(): void;
  /** Runs SQL as superuser, without RLS: for the process that started the stack, not for requests. */
  query: Sql;
  /** Ends requests, jobs and the database, in that order, and releases the data folder. */
  close(): Promise<void>;
}

/** Starts the whole stack: data folder, database, migrations, seed, HTTP. Throws `SupabaseLocalError` after releasing what was opened. */
export async function startSupabase(options: StartOptions): Promise<RunningSupabase> {
  const dataDir = await openDataDir(options.dataDir);
  try {
    const database = await openDatabase(options, dataDir);
    try {
      return await serve(options, dataDir, database);
    } catch (error) {
      await database.close();
      throw error;
    }
  } catch (error) {
    await dataDir.release();
    throw error;
  }
}

function openDatabase(options: StartOptions, dataDir: DataDir): Promise<StackDatabase> {
  return options.databaseUrl === undefined
    ? openStoredPglite(dataDir.dir)
    : openPostgres(options.databaseUrl);
}

async function serve(
  options: StartOptions,
  dataDir: DataDir,
  database: StackDatabase,
): Promise<RunningSupabase> {
  const { host = '127.0.0.1', port = 0, jobs = [], logger = stderrLogger, keys } = options;
  const storage = createFileStorageAdapter(dataDir.storageDir);
  const mailbox = createMailbox();
  const stack = createStackApp(database, keys, storage, {
    ...(options.siteUrl ? { mail: { mailbox, siteUrl: options.siteUrl } } : {}),
    ...(options.allowedOrigins ? { allowedOrigins: options.allowedOrigins } : {}),
  });
  await prepareDatabase(database, stack.app, options, logger);
  await stack.app.init();
  const listening: Listening = await listen(stack.fetch, host, port);
  const running = runJobs(database, jobs, logger);
  return {
    url: listening.url,
    port: listening.port,
    emptyMailbox: mailbox.empty,
    query: database.sql,
    close: async () => {
      await listening.close();
      await running.stop();
      await database.close();
      await dataDir.release();
    },
  };
}
