type Window = { startedAt: number; hits: number };

/**
 * Limits the requests of one address per minute, so that one caller cannot use up this process before any database call.
 * It is bounded by `maxEntries`, forgets callers after a minute, and should be wide: a whole hotel may share one address.
 * The strict limits, on guesses, are in SQL and count for all processes together.
 */
export function createAddressLimiter(options: { perMinute: number; clock: () => Date; maxEntries?: number }) {
  const windows = new Map<string, Window>();
  const maxEntries = options.maxEntries ?? 50_000;

  /** Counts one request and returns the seconds the caller has to wait; 0: none. */
  return function takeHit(client: string): number {
    const now = options.clock().getTime();
    const window = windows.get(client);
    if (window === undefined || now - window.startedAt >= 60_000 || now < window.startedAt) {
      windows.delete(client);
      dropOldest(windows, maxEntries);
      windows.set(client, { startedAt: now, hits: 1 });
      return 0;
    }
    window.hits += 1;
    return window.hits <= options.perMinute ? 0 : Math.ceil((window.startedAt + 60_000 - now) / 1000);
  };
}

// A Map's keys are in the order of insertion: the first one is the oldest window.
function dropOldest(windows: Map<string, Window>, maxEntries: number): void {
  const oldest = windows.keys().next();
  if (windows.size >= maxEntries && !oldest.done) {
    windows.delete(oldest.value);
  }
}
