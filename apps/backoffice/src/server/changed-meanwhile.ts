import 'server-only';
import { ApiError } from '@gudbro/api-kit';

type Value = string | number | boolean | null;

/**
 * The error for a write whose version is no longer the row's. The form shows the values of now, given by the names of its
 * fields, beside those that were typed. A row that is gone is `not_found`.
 */
export function changedMeanwhile(current: (Record<string, Value> & { version: string }) | null): ApiError {
  if (current === null) {
    return new ApiError('not_found');
  }
  const { version, ...values } = current;
  const theirs = Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, value === null ? '' : String(value)]),
  );
  return new ApiError('conflict', { reason: 'changed_meanwhile', theirs, version });
}

/**
 * Runs a write by a function of the database, which compares the version itself, and tells what is there now where it was refused
 * for that.
 */
export async function tellWhatIsThere<Result>(
  readNow: () => Promise<Parameters<typeof changedMeanwhile>[0]>,
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write();
  } catch (thrown) {
    if (
      thrown instanceof ApiError &&
      thrown.body.error === 'conflict' &&
      thrown.body.reason === 'changed_meanwhile'
    ) {
      throw changedMeanwhile(await readNow());
    }
    throw thrown;
  }
}
