/** Returns a function that runs the tasks passed to it one at a time, in order. A failed task does not affect the next. */
export function createTurns(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const running = last.then(run);
    // Only the caller handles a failure.
    const end = () => undefined;
    last = running.then(end, end);
    return running;
  };
}
