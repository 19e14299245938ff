/** Runs a step for each item, so many at once. The next one starts when one has ended. */
export async function runAtOnce<T>(
  items: Iterable<T>,
  atOnce: number,
  run: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const runInTurn = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      await run(next.value);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runInTurn));
}
