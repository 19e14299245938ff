/** Whether a guest who is in house should have left by now. */
export function isOverdue(leavesAt: string, now: Date): boolean {
  return Date.parse(leavesAt) <= now.getTime();
}

/** In how many milliseconds the next of these guests is overdue. Null: all are, or there is none. */
export function findNextOverdueMs(leavesAt: readonly string[], now: Date): number | null {
  const ahead = leavesAt
    .map((at) => Date.parse(at) - now.getTime())
    .filter((milliseconds) => milliseconds > 0);
  return ahead.length === 0 ? null : Math.min(...ahead);
}
