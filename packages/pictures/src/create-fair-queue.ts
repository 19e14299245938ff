/** Thrown instead of running a task for which there is no place. */
export class QueueIsFull extends Error {
  override readonly name = 'QueueIsFull';
}

/** How many tasks may wait, not counting the one that runs: of one group, and of all groups together. */
export type QueueLimits = { perGroup: number; inTotal: number };

/**
 * Returns a function that runs the tasks passed to it one at a time. The groups take turns, so a group waits for at most
 * one task of each other group, however many that one has sent.
 */
export function createFairQueue({ perGroup, inTotal }: QueueLimits) {
  // A map keeps its keys in order: the first one is the group whose turn is next.
  const waiting = new Map<string, (() => void)[]>();
  let waitingCount = 0;
  let isRunning = false;

  function takeTurn(group: string): Promise<void> {
    if (!isRunning) {
      isRunning = true;
      return Promise.resolve();
    }
    const ofGroup = waiting.get(group) ?? [];
    if (ofGroup.length >= perGroup || waitingCount >= inTotal) {
      return Promise.reject(new QueueIsFull());
    }
    waitingCount += 1;
    return new Promise((resolve) => waiting.set(group, [...ofGroup, resolve]));
  }

  function startNext(): void {
    const [next] = waiting;
    if (next === undefined) {
      isRunning = false;
      return;
    }
    const [group, [start, ...rest]] = next;
    waiting.delete(group);
    if (rest.length > 0) {
      waiting.set(group, rest);
    }
    waitingCount -= 1;
    start?.();
  }

  return async function runInTurn<Result>(group: string, run: () => Promise<Result>): Promise<Result> {
    await takeTurn(group);
    try {
      return await run();
    } finally {
      startNext();
    }
  };
}
