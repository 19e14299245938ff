import { z } from 'zod';
import { ApiError } from './api-error.ts';
import { isErrorCode } from './error-table.ts';

/** What supabase-js hands back instead of data. */
export type DatabaseError = { code: string; message: string; details: string | null };

// Our own functions raise `PT` + HTTP status, with the error's code as message and JSON as detail.
const ownErrorCode = /^PT\d{3}$/;
const connectionCodes = /^(PGRST00[0-3]|08\d{3}|57P0[123]|53300)$/;
const detailSchema = z.record(z.string(), z.unknown());

const codeOfState: Record<string, ConstructorParameters<typeof ApiError>[0]> = {
  '23505': 'conflict',
  '23P01': 'conflict',
  '23503': 'conflict',
  '23514': 'invalid_request',
  '22P02': 'invalid_request',
  '22P05': 'invalid_request',
  '22021': 'invalid_request',
  '42501': 'forbidden',
};

/** The one place that knows how the database says things. `status` 0 is supabase-js for: no answer at all. */
export function mapDatabaseError(error: DatabaseError, status: number): ApiError {
  if (status === 0 || status === 502 || status === 503 || connectionCodes.test(error.code)) {
    return new ApiError('unavailable', { cause: error });
  }
  if (ownErrorCode.test(error.code) && isErrorCode(error.message)) {
    return new ApiError(error.message, { more: readDetail(error.details), cause: error });
  }
  return new ApiError(codeOfState[error.code] ?? 'internal', { cause: error });
}

function readDetail(details: string | null): Record<string, unknown> {
  if (details === null) {
    return {};
  }
  try {
    return detailSchema.parse(JSON.parse(details));
  } catch (cause) {
    throw new ApiError('internal', { cause });
  }
}
