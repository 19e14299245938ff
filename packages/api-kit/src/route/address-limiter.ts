type Window = { startedAt: number; hits: number };

/**
 * The floor under the database's limits: keeps one caller from using up this process before a query is made. It is
 * bounded, forgets by itself and is deliberately wide, since a whole hotel may share an address. Who may guess how
 * often is decided in SQL, for all processes together.
 */
export function createAddressLimiter(options: { perMinute: number; clock: () => Date; maxEntries?: number }) {
  const windows = new Map<string, Window>();
  const maxEntries = options.maxEntries ?? 50_000;

  /** Seconds to wait; 0: go on. */
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

// A Map keeps the order of insertion: its first key is the oldest window.
function dropOldest(windows: Map<string, Window>, maxEntries: number): void {
  const oldest = windows.keys().next();
  if (windows.size >= maxEntries && !oldest.done) {
    windows.delete(oldest.value);
  }
}
