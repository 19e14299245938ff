import { ApiError } from '@gudbro/api-kit';

/** Throws `not_found` for what is gone. */
export function requireRow<Row>(row: Row | null): Row {
  if (row === null) {
    throw new ApiError('not_found');
  }
  return row;
}
