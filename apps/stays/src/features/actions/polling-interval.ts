export const fastestPollingMs = 4_000;
export const slowestPollingMs = 30_000;
const backOff = 1.5;

/** Milliseconds until the next poll: short after a change, longer with every poll that finds none. */
export function nextPollingDelay({ delayMs, hasChanged }: { delayMs: number; hasChanged: boolean }): number {
  return hasChanged
    ? fastestPollingMs
    : Math.min(Math.max(delayMs, fastestPollingMs) * backOff, slowestPollingMs);
}
