/** An error of Postgres: its code, its message (our error's name), and its detail. */
export interface DatabaseError {
  code: string;
  message: string;
  detail: unknown;
}

/** Awaits a call that must fail, and returns its error. If the call succeeds, this throws. */
export async function catchDatabaseError(call: Promise<unknown>): Promise<DatabaseError> {
  const outcome = await call.then(
    () => ({ failed: false as const }),
    (error: unknown) => ({ failed: true as const, error }),
  );
  if (!outcome.failed) throw new Error('the call succeeded, but it should have failed');
  return parseDatabaseError(outcome.error);
}

/** Reads the parts of a thrown Postgres error. */
export function parseDatabaseError(error: unknown): DatabaseError {
  if (!(error instanceof Error)) throw error;
  const { code, detail } = Object.assign({ code: '', detail: '' }, error);
  return { code: String(code), message: error.message, detail: readDetail(detail) };
}

function readDetail(detail: unknown): unknown {
  return typeof detail === 'string' && detail.startsWith('{') ? JSON.parse(detail) : undefined;
}
