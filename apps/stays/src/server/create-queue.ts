/** Runs what is handed in one after the other, whoever hands it in. */
export function createQueue(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const running = last.then(run);
    // How it ended is for whoever handed it in; the next one only waits for the end.
    const end = () => undefined;
    last = running.then(end, end);
    return running;
  };
}
