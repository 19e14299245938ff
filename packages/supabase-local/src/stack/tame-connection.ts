import { inspect } from 'node:util';
import type { Connection } from '@supabase/lite';
import { describeError, readErrorCode } from './describe-error.ts';

/** Takes two habits from a connection of lite's that a house with real guests cannot have. */
export function tameConnection<C extends Connection>(connection: C): C {
  keepGrants(connection);
  keepParametersOutOfLog(connection);
  return connection;
}

/**
 * At its first request lite looks for a table with RLS; where it finds one it runs
 * `grant all on all tables … to anon, authenticated, service_role` in that schema, which would undo
 * every revoke of the migrations. Its own note "already done" stops that: we make the roles ourselves.
 * The field is private in its types, so the test "leaves the grants of the migrations alone" holds this.
 */
function keepGrants(connection: Connection): void {
  Reflect.set(connection, 'rlsState', 'active');
}

/**
 * lite prints each failed statement with its parameters: names, answers, PINs. They do not belong in a
 * log, and most such errors are expected outcomes. One line with code and message is left.
 */
function keepParametersOutOfLog(connection: Connection): void {
  const normalize = connection.normalizeDbError.bind(connection);
  connection.normalizeDbError = (thrown) => {
    const error = normalize(thrown);
    if (typeof error === 'object' && error !== null) {
      const line = `database error ${readErrorCode(error) ?? ''}: ${describeError(error)}`;
      Object.defineProperty(error, inspect.custom, { value: () => line, configurable: true });
    }
    return error;
  };
}
