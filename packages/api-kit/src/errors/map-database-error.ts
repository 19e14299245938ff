import { z } from 'zod';
import { ApiError, type ErrorArguments } from './api-error.ts';
import { ContractError, toContractError } from './contract-error.ts';
import { isErrorCode } from './error-codes.ts';
import { errorPayloads } from './error-payloads.ts';

/** The body of the database's response when a function or a statement raised. supabase-js returns it as `error`. */
export type DatabaseError = { code: string; message: string; details: string | null };

// Our own functions raise `PT` + HTTP status, with the error's code as message and its payload, as JSON, as detail.
const ownErrorCode = /^PT\d{3}$/;

/**
 * The database works but not now: no connection (PGRST00x, 08), a restart (57P0x), no resources (53), a statement or lock that
 * took too long (57014, 55P03), two transactions in each other's way (40001, 40P01), or read-only because the disk is full
 * (25006).
 */
const laterCodes = /^(PGRST00[0-3]|08\d{3}|57P0[123]|53\d{3}|57014|55P03|40001|40P01|25006)$/;

const codeOfState: Record<string, 'conflict' | 'invalid_request' | 'forbidden'> = {
  '23505': 'conflict',
  '23P01': 'conflict',
  '23503': 'conflict',
  '23514': 'invalid_request',
  // A date or time that cannot be: malformed, or out of range.
  '22007': 'invalid_request',
  '22008': 'invalid_request',
  '22P02': 'invalid_request',
  '22P05': 'invalid_request',
  '22021': 'invalid_request',
  '42501': 'forbidden',
};

/** The ApiError for an error that the database raised. supabase-js gives `status` 0 where there was no response. */
export function mapDatabaseError(error: DatabaseError, status: number): ApiError {
  if (laterCodes.test(error.code) || isGatewayOutage(error.code, status)) {
    return new ApiError('unavailable', { cause: error });
  }
  if (ownErrorCode.test(error.code)) {
    return readOwnError(error.message, parseDetail(error.details), error);
  }
  return new ApiError(codeOfState[error.code] ?? 'internal', { cause: error });
}

/**
 * Whether something in front of the database responded in its place: it has no code, or a text of its own in that field. 402
 * is Supabase's for a project whose use is restricted, 520 to 544 are for one that is paused, busy or out of reach.
 */
function isGatewayOutage(code: string, status: number): boolean {
  return (
    status === 0 || status === 502 || status === 503 || (code === '' && (status === 402 || status >= 500))
  );
}

const returnedErrorSchema = z.looseObject({ ok: z.literal(false), error: z.string() });

/** The ApiError for the outcome of a guest function, `{ ok: false, error, ... }`. Null where the outcome is no error. */
export function mapReturnedError(outcome: unknown): ApiError | null {
  const { success, data } = returnedErrorSchema.safeParse(outcome);
  return success ? readOwnError(data.error, data, undefined) : null;
}

/** The ApiError of this code and payload. `internal` where the code is unknown or its payload does not fit: a fault of ours. */
function readOwnError(code: string, payload: unknown, cause: unknown): ApiError {
  if (!isErrorCode(code)) {
    return new ApiError('internal', {
      cause: new ContractError('SQL named an error that is not in the table'),
    });
  }
  const parsed = errorPayloads[code].safeParse(payload);
  if (!parsed.success) {
    return new ApiError('internal', { cause: toContractError(`SQL's payload of ${code}`, parsed.error) });
  }
  // The schema of this code returned this payload, so they are a pair of the union.
  return new ApiError(...([code, { ...parsed.data, cause }] as ErrorArguments));
}

// Null fits no payload, so a detail that is no JSON becomes `internal`.
function parseDetail(details: string | null): unknown {
  try {
    return JSON.parse(details ?? '{}');
  } catch {
    return null;
  }
}
