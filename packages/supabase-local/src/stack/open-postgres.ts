import { createPostgresConnection } from '@supabase/lite/postgres';
import type postgres from 'postgres';
import { disableGrants } from './disable-grants.ts';
import { hideParameters, withoutParameters } from './hide-parameters.ts';
import { mapConnectionErrors } from './map-connection-errors.ts';
import { readErrorMessage } from './read-error.ts';
import type { Row, Sql, StackDatabase } from './stack-database.ts';
import { SupabaseLocalError } from './supabase-local-error.ts';

const reconnectSeconds = 0.2;

/** lite passes JSON as text. The driver's own type would write that text as a JSON string; PGlite takes it as it is. */
function describeJsonType(oid: number) {
  return {
    to: oid,
    from: [oid],
    serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
    parse: (text: string): unknown => JSON.parse(text),
  };
}

const closingSeconds = 5;

/** Connects to any Postgres, with at most `max` connections. Throws `database_unreachable`, without the password. */
export async function openPostgres(url: string, options: { max?: number } = {}): Promise<StackDatabase> {
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      max: options.max ?? 10,
      // Every "if not exists" sends a notice, which is of no use.
      onnotice: () => undefined,
      connection: { search_path: '"$user", public, extensions' },
      types: { json: describeJsonType(114), jsonb: describeJsonType(3802) },
      // The driver's own delay doubles with each failed try, up to 20 seconds after Postgres is back.
      backoff: () => reconnectSeconds,
    },
  });
  mapConnectionErrors(connection);
  disableGrants(connection);
  const { driver } = connection;
  hideParametersOfRequests(driver);
  try {
    await driver.unsafe('select 1');
  } catch (cause) {
    await driver.end({ timeout: 1 });
    throw new SupabaseLocalError(
      'database_unreachable',
      `The database in DATABASE_URL cannot be reached: ${readErrorMessage(cause)}`,
      { cause },
    );
  }
  return {
    engine: 'postgres',
    connection,
    sql: wrapSql(driver),
    inTransaction: async <T>(run: (sql: Sql) => Promise<T>) => {
      const result = await driver.begin(async (inner) => ({ value: await run(wrapSql(inner)) }));
      return result.value;
    },
    // Each has a connection of its own.
    runRequest: (run) => run(),
    close: async () => {
      // Without a limit the driver waits for the responses of a Postgres that was killed, for good.
      await driver.end({ timeout: closingSeconds });
      await connection.close();
    },
  };
}

// biome-ignore lint/complexity/noBannedTypes: the type postgres.js names for "no types of our own"
type Driver = postgres.ISql<{}>;

/** lite takes a connection of the pool for each statement or transaction, and runs it by `unsafe`. */
function hideParametersOfRequests(driver: Pick<postgres.Sql, 'reserve'>): void {
  const reserve = driver.reserve.bind(driver);
  driver.reserve = async () => {
    const connection = await reserve();
    const unsafe = connection.unsafe.bind(connection);
    connection.unsafe = <T extends unknown[]>(...args: Parameters<typeof unsafe>) => {
      const query = unsafe<T>(...args);
      query.catch(hideParameters);
      return query;
    };
    return connection;
  };
}

function wrapSql(driver: Driver): Sql {
  return <R extends Row>(text: string, params?: readonly unknown[]) =>
    withoutParameters(async () => {
      if (params === undefined) return readLastRows<R>(await driver.unsafe(text).simple());
      // `never`: the driver's own list of parameter types is narrower than what it accepts.
      const rows = await driver.unsafe<R[]>(text, params as never[]);
      return [...rows];
    });
}

/** The driver returns one list per statement for a script of several, and just the rows for a single one. */
function readLastRows<R extends Row>(result: readonly unknown[]): R[] {
  const last = result.at(-1);
  const rows = Array.isArray(last) ? last : result;
  // The caller gives the type of the rows, which the driver cannot know.
  return [...rows] as R[];
}
