import { inspect } from 'node:util';
import type { Connection } from '@supabase/lite';
import { readErrorCode, readErrorMessage } from './read-error.ts';

/** Disables two unsafe defaults of lite's connections: granting all tables to API roles, and logging parameters. */
export function disableUnsafeDefaults<C extends Connection>(connection: C): C {
  disableGrants(connection);
  removeParametersFromLog(connection);
  return connection;
}

/**
 * At its first request lite looks for a table with RLS. If there is one, it runs
 * `grant all on all tables … to anon, authenticated, service_role` in that schema, which would undo
 * every revoke of the migrations. This sets the field by which lite remembers that it has done so.
 * The field is private in lite's types; a test checks that requests change no grant.
 */
function disableGrants(connection: Connection): void {
  Reflect.set(connection, 'rlsState', 'active');
}

/**
 * lite logs each failed statement with its parameters: names, answers, PINs. Those must not be logged,
 * and most of these errors are expected. With this, the log has one line with code and message.
 */
function removeParametersFromLog(connection: Connection): void {
  const normalize = connection.normalizeDbError.bind(connection);
  connection.normalizeDbError = (thrown) => {
    const error = normalize(thrown);
    if (typeof error === 'object' && error !== null) {
      const line = `database error ${readErrorCode(error) ?? ''}: ${readErrorMessage(error)}`;
      Object.defineProperty(error, inspect.custom, { value: () => line, configurable: true });
    }
    return error;
  };
}
