/** Returns a function that runs the tasks passed to it one at a time, in order. */
export function createQueue(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const running = last.then(run);
    // Only the caller handles a failure. The next task runs in either case.
    const end = () => undefined;
    last = running.then(end, end);
    return running;
  };
}
