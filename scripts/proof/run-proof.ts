/** Runs a proof and ends what it has started, also when the proof is stopped by a signal. */
export async function runProof(prove: (ending: AsyncDisposableStack) => Promise<void>): Promise<void> {
  await using ending = new AsyncDisposableStack();
  const stop = () => {
    ending.disposeAsync().finally(() => process.exit(130));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await prove(ending);
}
