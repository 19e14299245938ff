import type { Connection } from '@supabase/lite';
import { readErrorCode, readErrorMessage } from './read-error.ts';

/** Codes of the driver and of the system for a connection that could not be made or has ended. */
const connectionCodes = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);
/** Postgres has ended, crashed, or is starting. */
const shutdownStates = /^57P0[123]$/;
/** A lost connection, and what there is not enough of: disk, memory, connections. */
const unavailableStates = /^(08|53)\w{3}$/;

/**
 * lite responds with 500 to every error of a connection. With this it responds as PostgREST does: 503, with PGRST001
 * where there is no connection and Postgres's own code where Postgres has responded.
 */
export function mapConnectionErrors(connection: Connection): void {
  const normalize = connection.normalizeDbError.bind(connection);
  connection.normalizeDbError = (thrown) => {
    const error = normalize(thrown);
    const code = findUnavailableCode(readErrorCode(error));
    return code === null ? error : respondUnavailable(code, readErrorMessage(error));
  };
}

function findUnavailableCode(code: string | undefined): string | null {
  if (code === undefined) return null;
  if (connectionCodes.has(code) || shutdownStates.test(code)) return 'PGRST001';
  return unavailableStates.test(code) ? code : null;
}

/** The form in which SQL sets a whole response (`raise sqlstate 'PGRST'`), which lite reads as PostgREST does. */
function respondUnavailable(code: string, message: string): Error {
  return Object.assign(new Error(JSON.stringify({ code, message })), {
    code: 'PGRST',
    detail: JSON.stringify({ status: 503, headers: {} }),
  });
}
