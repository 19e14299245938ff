/** Formats the seconds since `startedAt`, a result of `performance.now()`. */
export function formatElapsed(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
