/** What a refused call says: Postgres's code, our error's name, and its detail. */
export interface Refusal {
  code: string;
  message: string;
  detail: unknown;
}

/** Waits for a call to be refused. One that goes through fails the test. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const outcome = await call.then(
    () => ({ refused: false as const }),
    (error: unknown) => ({ refused: true as const, error }),
  );
  if (!outcome.refused) throw new Error('the call went through, though it should be refused');
  return readRefusal(outcome.error);
}

export function readRefusal(error: unknown): Refusal {
  if (!(error instanceof Error)) throw error;
  const { code, detail } = Object.assign({ code: '', detail: '' }, error);
  return { code: String(code), message: error.message, detail: readDetail(detail) };
}

function readDetail(detail: unknown): unknown {
  return typeof detail === 'string' && detail.startsWith('{') ? JSON.parse(detail) : undefined;
}
